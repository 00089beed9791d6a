import { nounOf } from '#core/model/nouns.ts';
import { useAsk } from '#renderer/app/asking.ts';
import { useOpenEntry } from '#renderer/app/go-to.ts';
import { useMoment } from '#renderer/app/moment.ts';
import { entryName } from '#renderer/entry/entry-name.ts';
import classes from './review-panel.module.css';

/** An entry of the ledger by its name; opens it at the right. */
export function EntryLink({ id }: { readonly id: string }) {
  const openEntry = useOpenEntry();
  const { data } = useAsk('entries', 'get', { id, ...useMoment() });
  const fields = data?.versions[0]?.fields;
  if (data === undefined || fields === undefined) return null;
  return (
    <li>
      <button type="button" className={classes.entry} onClick={() => openEntry(id)}>
        <span className={classes.entryNoun}>{nounOf(data.noun).label}</span>
        <span className={classes.entryName}>{entryName(data.noun, fields, data.names)}</span>
      </button>
    </li>
  );
}
