import { describe, expect, it } from 'vitest';
import type { Flag } from '#core/signals/flag.ts';
import { flagsOn } from '#renderer/entry/flags-on.ts';
import { flagWith, inputWith } from './signals-flag.fixture.ts';

const passage = { id: 'pas_1', rests: [{ id: 'fig_1', noun: 'figure' as const, name: 'Revenue' }] };

function flag(severity: Flag['severity'], ...inputs: Flag['inputs']): Flag {
  return flagWith({ severity, inputs });
}

describe('signals that rest on a passage', () => {
  it('are those that use it or an entry on it, gravest first', () => {
    const direct = flag('warn', inputWith({ id: 'dea_9', passageId: 'pas_1' }));
    const through = flag('critical', inputWith({ id: 'fig_1', passageId: null }));
    const unused = flag('critical', inputWith({ id: 'fig_1', isUsed: false }));
    const other = flag('critical', inputWith({ id: 'fig_2', passageId: 'pas_2' }));
    expect(flagsOn(passage, [direct, unused, other, through])).toEqual([through, direct]);
  });
});
