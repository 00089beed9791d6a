import { ERRORS } from './errors.ts';

/** The page docs/errors.md, made from the registry of errors. */
export function errorsMarkdown(): string {
  const rows = Object.entries(ERRORS).map(
    ([code, { message, action, exit, isRetryable }]) =>
      `| \`${code}\` | ${message} | ${action} | ${exit} | ${isRetryable ? 'yes' : ''} |`,
  );
  return [
    '# Errors',
    '',
    'Generated from `src/shared/errors.ts` by `npm run docs`. Every refusal has a code, a sentence and a next step; what is refused leaves the ledger as it was.',
    '',
    '| code | what it says | what to do | exit code | worth trying again |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
