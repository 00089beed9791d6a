import { Button } from '@mantine/core';
import { ERRORS, PlumblineError } from '#shared/errors.ts';
import classes from './failure.module.css';

interface FailureProps {
  readonly error: Error;
  readonly retry?: () => void;
  readonly isWholePage?: boolean;
}

/** What went wrong, in a sentence, and what to do next. */
export function Failure({ error, retry, isWholePage = false }: FailureProps) {
  const { message, action, details, ref } = explained(error);
  return (
    <div className={isWholePage ? classes.page : classes.inline} role="alert">
      <p className={classes.message}>{message}</p>
      {details.map((detail) => (
        <p key={detail} className={classes.detail}>
          {detail}
        </p>
      ))}
      <p className={classes.action}>{action}</p>
      {ref === null ? null : <p className={classes.detail}>Reference {ref}</p>}
      {retry === undefined ? null : (
        <Button variant="default" onClick={retry}>
          Try again
        </Button>
      )}
    </div>
  );
}

interface Explained {
  readonly message: string;
  readonly action: string;
  readonly details: readonly string[];
  readonly ref: string | null;
}

/** The sentences of an error; anything unforeseen reads as INTERNAL. */
export function explained(error: Error): Explained {
  if (!(error instanceof PlumblineError)) return { ...ERRORS.INTERNAL, details: [], ref: null };
  return { ...ERRORS[error.code], details: error.details, ref: error.ref };
}

/** One line for places without room: the details if there are any, else the general sentence. */
export function sentenceOf(error: Error): string {
  const { message, details } = explained(error);
  return details.length === 0 ? message : details.join(' ');
}
