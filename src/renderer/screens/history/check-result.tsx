import { CloseButton, Modal } from '@mantine/core';
import { closeCheck, useLastCheck } from './check-ledger.ts';
import classes from './history-screen.module.css';

/** What the last check found; damage opens over whatever screen is on. */
export function DamageFound() {
  const check = useLastCheck();
  return (
    <Modal opened={check !== null && !check.ok} onClose={closeCheck} title="The check found damage" size="lg">
      <p className={classes.sentence}>
        Parts of this file are not as Plumbline wrote them. Do not rely on it: restore a backup, or export
        what can be read.
      </p>
      <ul className={classes.findings}>
        {(check?.findings ?? []).slice(0, 200).map(({ code, message, where }) => (
          <li key={`${code} ${where} ${message}`}>
            {message} <span className={classes.dim}>{where}</span>
          </li>
        ))}
      </ul>
    </Modal>
  );
}

/** The good news, on the history screen. */
export function CheckedWhole() {
  const check = useLastCheck();
  if (check === null || !check.ok) return null;
  return (
    <div className={classes.checked} role="status">
      <span>
        Checked: {check.changes.toLocaleString()} changes and {check.rows.toLocaleString()} rows are as they
        were written
        {check.head === null ? '' : `, up to change ${check.head.seq}`}.
      </span>
      <CloseButton size="sm" aria-label="Close" onClick={closeCheck} />
    </div>
  );
}
