import { ERRORS } from '#shared/errors.ts';
import classes from './failure.module.css';

/** The whole page once the host no longer answers this window. */
export function SessionLost() {
  return (
    <main className={classes.page} role="alert">
      <h1 className={classes.message}>{ERRORS.SESSION_EXPIRED.message}</h1>
      <p className={classes.action}>
        Everything that was marked "Saved" is in your ledger file. Close this tab, then start Plumbline again;
        it opens a new window by itself.
      </p>
    </main>
  );
}
