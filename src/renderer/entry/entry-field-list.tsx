import type { Field, NounId } from '#core/model/field.ts';
import { nounOf } from '#core/model/nouns.ts';
import { useOpenEntry } from '#renderer/app/go-to.ts';
import classes from './entry-panel.module.css';
import type { Entry } from './entry-type.ts';
import { fieldText } from './field-text.ts';

/** Shown elsewhere in the panel. */
const ELSEWHERE: Readonly<Partial<Record<NounId, readonly string[]>>> = {
  figure: ['sourceId', 'passageId'],
  quote: ['words', 'sourceId', 'passageId'],
  passage: ['words', 'sourceId', 'prefix', 'suffix'],
};
const COMMON = ['sourceId', 'passageId', 'content'];

/** Every field that is known; the unknown ones are named in one line below. */
export function EntryFieldList({ entry }: { readonly entry: Entry }) {
  const openEntry = useOpenEntry();
  const fields = entry.versions[0]?.fields ?? {};
  const hidden = ELSEWHERE[entry.noun] ?? COMMON;
  const all = Object.entries(nounOf(entry.noun).fields).filter(([name]) => !hidden.includes(name));
  const shown = all.flatMap(([name, field]) => {
    const text = fieldText(field, name, fields, entry.names);
    return text === null ? [] : [{ name, field, text }];
  });
  const unknown = all.filter(([name, field]) => fieldText(field, name, fields, entry.names) === null);
  return (
    <section className={classes.section}>
      {shown.length === 0 ? null : <h3 className={classes.heading}>All fields</h3>}
      <dl className={classes.fields}>
        {shown.map(({ name, field, text }) => (
          <div key={name} className={classes.field}>
            <dt className={classes.label}>{field.label}</dt>
            <dd className={classes.cell}>
              <FieldCell field={field} text={text} id={fields[name]} open={openEntry} />
            </dd>
          </div>
        ))}
      </dl>
      {unknown.length === 0 ? null : (
        <p className={classes.unknown}>
          Not known: {unknown.map(([name, field]) => absentText(name, field, fields)).join(', ')}.
        </p>
      )}
    </section>
  );
}

/** An open high end is no gap in what is known: the source leaves it open. */
function absentText(name: string, field: Field<unknown>, fields: Readonly<Record<string, unknown>>): string {
  const isOpenEnd = name === 'hi' && (fields.qualifier === 'over' || fields.qualifier === 'at-least');
  return isOpenEnd ? `${field.label.toLowerCase()} (open)` : field.label.toLowerCase();
}

interface FieldCellProps {
  readonly field: Field<unknown>;
  readonly text: string;
  readonly id: unknown;
  readonly open: (id: string) => void;
}

function FieldCell({ field, text, id, open }: FieldCellProps) {
  if (field.of.type !== 'reference' || typeof id !== 'string') return <>{text}</>;
  return (
    <button type="button" className={classes.link} onClick={() => open(id)}>
      {text}
    </button>
  );
}
