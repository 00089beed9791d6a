import { Button } from '@mantine/core';
import { originText } from '#renderer/parts/search/hit-words.ts';
import { MarkedText } from '#renderer/parts/search/marked-text.tsx';
import { useOpenHit } from '#renderer/parts/search/open-hit.ts';
import type { FigureHits } from '#shared/contract/search.ts';
import classes from './search.module.css';
import { useChangeSearch } from './search-place.ts';

interface FigureAnswersProps {
  readonly figures: FigureHits;
  /** Whether all that were found are shown already. */
  readonly isAll: boolean;
}

/** The figures that answer a question about amounts: how it was understood, what is certain, and what only may be. */
export function FigureAnswers({ figures, isAll }: FigureAnswersProps) {
  const change = useChangeSearch();
  const { certain, possible, hits } = figures;
  return (
    <section className={classes.group} aria-label="Amounts">
      <h2 className={classes.heading}>
        Amounts <span className={classes.count}>{talliedText(figures)}</span>
      </h2>
      <p className={classes.reading}>Understood as: {figures.reading}</p>
      {hits.length === 0 ? null : (
        <ul className={classes.hits}>
          {hits.map((hit) => (
            <li key={hit.id}>
              <Answer hit={hit} />
            </li>
          ))}
        </ul>
      )}
      {certain + possible > hits.length && !isAll ? (
        <Button variant="default" className={classes.more} onClick={() => change({ kind: 'figure' })}>
          Show all amounts
        </Button>
      ) : null}
    </section>
  );
}

function talliedText({ certain, possible, undisclosed, isMore }: FigureHits): string {
  const parts = [
    certain + possible === 0 ? 'none found' : `${certain.toLocaleString()} certain`,
    possible === 0 ? null : `${possible.toLocaleString()} possible`,
    undisclosed === 0 ? null : `${undisclosed.toLocaleString()} of undisclosed amount`,
    isMore ? 'and more' : null,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

function Answer({ hit }: { readonly hit: FigureHits['hits'][number] }) {
  const open = useOpenHit();
  return (
    <button type="button" className={classes.hit} data-hit onClick={() => open(hit)}>
      <span className={classes.answer}>
        <span className={classes.answerName}>
          <MarkedText parts={hit.name} />
        </span>
        <span className={classes.amount}>{hit.amount}</span>
      </span>
      <span className={classes.origin}>
        <span className={classes.certainty} data-certainty={hit.certainty}>
          {hit.certainty}
        </span>
        {[hit.why ?? '', originText(hit), hit.notYet ?? ''].filter((part) => part !== '').join(' · ')}
      </span>
    </button>
  );
}
