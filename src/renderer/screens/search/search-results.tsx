import { Button } from '@mantine/core';
import { useAsk } from '#renderer/app/asking.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { isPast, useMoment } from '#renderer/app/moment.ts';
import { countText, groupTitle } from '#renderer/parts/search/hit-words.ts';
import type { SearchGroup } from '#shared/contract/search.ts';
import { FigureAnswers } from './figure-answers.tsx';
import { HitRow } from './hit-row.tsx';
import { KindChoice } from './kind-choice.tsx';
import classes from './search.module.css';
import {
  hasFilters,
  NO_FILTERS,
  nounIn,
  useChangeSearch,
  useSearchPlace,
  useSearchRequest,
} from './search-place.ts';

/** Hits of each kind while all are shown, and of the one that is chosen. */
const EACH = 5;
const MOST = 200;

export function SearchResults() {
  const { kind } = useSearchPlace();
  const noun = nounIn(kind);
  const request = useSearchRequest();
  const {
    data: all,
    error,
    refetch,
  } = useAsk('search', 'find', { ...request, limit: EACH }, { keepsPrevious: true });
  const { data: ofKind } = useAsk(
    'search',
    'find',
    { ...request, nouns: noun === null ? [] : [noun], limit: MOST },
    { enabled: noun !== null, keepsPrevious: true },
  );
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  const shown = noun === null ? all : ofKind;
  if (all === undefined || shown === undefined) return <p className={classes.dim}>Looking …</p>;
  if (all.lacks !== null) return <Lacks lacks={all.lacks} />;
  const groups = shown.groups.filter((group) => noun === null || group.noun === noun);
  return (
    <>
      {all.groups.length === 0 ? null : <KindChoice groups={all.groups} chosen={noun} />}
      {shown.figures === null ? null : <FigureAnswers figures={shown.figures} isAll={noun === 'figure'} />}
      {groups.length === 0 && (shown.figures?.hits.length ?? 0) === 0 ? <Nothing /> : null}
      {groups.map((group) => (
        <Group key={group.noun} group={group} isAlone={noun !== null} />
      ))}
    </>
  );
}

function Group({ group, isAlone }: { readonly group: SearchGroup; readonly isAlone: boolean }) {
  const change = useChangeSearch();
  const title = groupTitle(group.noun);
  const hidden = group.count > group.hits.length || group.isMore;
  return (
    <section className={classes.group} aria-label={title}>
      <h2 className={classes.heading}>
        {title} <span className={classes.count}>{countText(group)}</span>
      </h2>
      <ul className={classes.hits}>
        {group.hits.map((hit) => (
          <li key={hit.id}>
            <HitRow hit={hit} />
          </li>
        ))}
      </ul>
      {hidden && !isAlone ? (
        <Button variant="default" className={classes.more} onClick={() => change({ kind: group.noun })}>
          Show all {title.toLowerCase()}
        </Button>
      ) : null}
      {hidden && isAlone ? (
        <p className={classes.dim}>
          {group.isMore
            ? 'The newest come first, and there are more.'
            : `The best ${group.hits.length} of ${group.count}.`}{' '}
          Add a word to narrow the search.
        </p>
      ) : null}
    </section>
  );
}

function Lacks({ lacks }: { readonly lacks: 'words' | 'wanted' }) {
  return (
    <p className={classes.nothing} role="status">
      {lacks === 'wanted'
        ? 'This only says what to leave out. Add a word to look for.'
        : 'There is no word in this to look for. Type letters or digits.'}
    </p>
  );
}

/** What to try next. */
function Nothing() {
  const place = useSearchPlace();
  const change = useChangeSearch();
  const past = isPast(useMoment());
  return (
    <div className={classes.nothing} role="status">
      <p className={classes.nothingHead}>Nothing holds “{place.q.trim()}”</p>
      <p className={classes.dim}>
        Try fewer words, or the beginning of one with a star, as in chip*.
        {past ? ' You are seeing the ledger at another time; it may hold more now.' : ''}
      </p>
      {hasFilters(place) || place.kind !== '' ? (
        <Button variant="default" onClick={() => change(NO_FILTERS)}>
          Search without filters
        </Button>
      ) : null}
    </div>
  );
}
