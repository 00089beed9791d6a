import { NativeSelect } from '@mantine/core';
import { isNewName, NEW } from '#renderer/forms/form-texts.ts';
import { ReferenceBox } from '#renderer/forms/reference-box.tsx';
import classes from './draft-form.module.css';
import type { Named } from './draft-texts.ts';
import type { DraftTold } from './use-draft.ts';

type Match = DraftTold['matches'][number][number];

const KINDS = ['company', 'person', 'institution', 'venture'] as const satisfies readonly Named['kind'][];
const BY: Readonly<Record<Match['by'], string>> = {
  name: '',
  alias: ' (an alias)',
  ticker: ' (its ticker)',
  initials: ' (the same initials)',
  parent: ' (the parent)',
};

interface EntityBoxProps {
  readonly label: string;
  readonly required: boolean;
  /** Null: nobody is named. */
  readonly named: Named | null;
  readonly empty: Pick<Named, 'slot' | 'role' | 'kind'>;
  readonly matches: readonly Match[];
  readonly refused: string | undefined;
  readonly change: (named: Named | null) => void;
}

/** Somebody whom the words name: one on file, one of those it may be, or plainly a new entity with its kind. */
export function EntityBox({ label, required, named, empty, matches, refused, change }: EntityBoxProps) {
  const chosen = named === null ? '' : (named.entityId ?? (named.name === '' ? '' : NEW + named.name));
  const set = (_: string, text: string) => {
    if (text === '') return change(null);
    const base = named ?? { ...empty, name: '', entityId: null };
    if (isNewName(text)) return change({ ...base, entityId: null, name: text.slice(NEW.length) });
    change({ ...base, entityId: text });
  };
  const others = matches.filter(({ id }) => id !== named?.entityId);
  return (
    <div className={classes.entity}>
      <ReferenceBox
        name="entity"
        noun="entity"
        label={label}
        required={required}
        help=""
        names={Object.fromEntries(matches.map(({ id, name }) => [id, name]))}
        texts={{ entity: chosen }}
        set={set}
        refused={refused === undefined ? {} : { entity: refused }}
      />
      {named !== null && named.entityId === null && named.name !== '' ? (
        <div className={classes.fresh}>
          <span>New entity, a</span>
          <NativeSelect
            className={classes.kind}
            size="xs"
            aria-label={`Kind of the new entity ${named.name}`}
            data={[...KINDS]}
            value={named.kind}
            onChange={({ currentTarget }) =>
              change({ ...named, kind: KINDS.find((kind) => kind === currentTarget.value) ?? 'company' })
            }
          />
        </div>
      ) : null}
      {named === null || others.length === 0 ? null : (
        <p className={classes.matches}>
          {named.entityId === null ? 'On file: ' : 'Or: '}
          {others.slice(0, 3).map(({ id, name, by }) => (
            <button
              key={id}
              type="button"
              className={classes.match}
              onClick={() => change({ ...named, entityId: id })}
            >
              {name}
              {BY[by]}
            </button>
          ))}
        </p>
      )}
    </div>
  );
}
