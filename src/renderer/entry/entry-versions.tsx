import { nounOf } from '#core/model/nouns.ts';
import { instantText } from '#renderer/app/numbers.ts';
import classes from './entry-panel.module.css';
import type { Entry } from './entry-type.ts';
import { fieldText } from './field-text.ts';

/** Every version, newest first: who wrote it, when, why, and what it changed. */
export function EntryVersions({ entry }: { readonly entry: Entry }) {
  return (
    <section className={classes.section}>
      <h3 className={classes.heading}>History of this entry</h3>
      <ol className={classes.versions}>
        {entry.versions.map((version, index) => (
          <li key={version.version} className={classes.version}>
            <p className={classes.versionLine}>
              <span>{version.summary}</span>
              <span className={classes.dim}>
                {version.author}, {instantText(version.recordedAt)}
              </span>
            </p>
            {version.reason === null ? null : <p className={classes.reason}>{version.reason}</p>}
            <Differences entry={entry} index={index} />
            {index === 0 && entry.version === null && version.retractedAt !== null ? (
              <p className={classes.reason}>Retracted {instantText(version.retractedAt)}</p>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Differences({ entry, index }: { readonly entry: Entry; readonly index: number }) {
  const now = entry.versions[index];
  const before = entry.versions[index + 1];
  if (now === undefined || before === undefined) return null;
  const changed = Object.entries(nounOf(entry.noun).fields).flatMap(([name, field]) => {
    const was = fieldText(field, name, before.fields, entry.names);
    const is = fieldText(field, name, now.fields, entry.names);
    return was === is ? [] : [{ name, label: field.label, was, is }];
  });
  return (
    <ul className={classes.differences}>
      {changed.map(({ name, label, was, is }) => (
        <li key={name}>
          {label}: <del>{was ?? 'unknown'}</del> → <ins>{is ?? 'unknown'}</ins>
        </li>
      ))}
    </ul>
  );
}
