import { expect, it } from 'vitest';
import { tokenOf } from '#renderer/session.ts';

it('takes the token from the address and nothing else', () => {
  expect(tokenOf('#t=x6k09RjgYWIK7T8ZP1tDKEr258yKwBb4hYIMi18_GOc')).toBe(
    'x6k09RjgYWIK7T8ZP1tDKEr258yKwBb4hYIMi18_GOc',
  );
  expect(tokenOf('#/deals?entry=dea_1')).toBeNull();
  expect(tokenOf('#t=')).toBeNull();
  expect(tokenOf('')).toBeNull();
});
