import { nounOf } from '#core/model/nouns.ts';
import { useOpenEntry } from '#renderer/app/go-to.ts';
import classes from './entry-panel.module.css';
import type { Entry } from './entry-type.ts';

/** What in the ledger refers to this entry and would be left without ground if it went. */
export function RestsOn({ entry }: { readonly entry: Entry }) {
  const openEntry = useOpenEntry();
  if (entry.rests.length === 0) return null;
  return (
    <section className={classes.section}>
      <h3 className={classes.heading}>Rests on this ({entry.rests.length})</h3>
      <ul className={classes.rests}>
        {entry.rests.map(({ id, noun, name }) => (
          <li key={id}>
            <button type="button" className={classes.rest} onClick={() => openEntry(id)}>
              <span className={classes.restNoun}>{nounOf(noun).label}</span>
              <span className={classes.restName}>{name}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
