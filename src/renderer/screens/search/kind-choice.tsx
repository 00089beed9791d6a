import type { NounId } from '#core/model/field.ts';
import { countText, groupTitle } from '#renderer/parts/search/hit-words.ts';
import type { SearchGroup } from '#shared/contract/search.ts';
import classes from './search.module.css';
import { useChangeSearch } from './search-place.ts';

interface KindChoiceProps {
  readonly groups: readonly SearchGroup[];
  readonly chosen: NounId | null;
}

/** Which kinds were found, with their counts; pressing one shows that alone. */
export function KindChoice({ groups, chosen }: KindChoiceProps) {
  const change = useChangeSearch();
  return (
    <fieldset className={classes.kinds}>
      <legend className="pl-unseen">Kinds found</legend>
      <button
        type="button"
        className={classes.kind}
        aria-pressed={chosen === null}
        onClick={() => change({ kind: '' })}
      >
        All kinds
      </button>
      {groups.map((group) => (
        <button
          key={group.noun}
          type="button"
          className={classes.kind}
          aria-pressed={chosen === group.noun}
          onClick={() => change({ kind: chosen === group.noun ? '' : group.noun })}
        >
          {groupTitle(group.noun)} <span className={classes.count}>{countText(group)}</span>
        </button>
      ))}
    </fieldset>
  );
}
