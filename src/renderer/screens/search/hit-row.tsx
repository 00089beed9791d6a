import { kindText, originText } from '#renderer/parts/search/hit-words.ts';
import { MarkedText } from '#renderer/parts/search/marked-text.tsx';
import { useOpenHit } from '#renderer/parts/search/open-hit.ts';
import type { SearchHit } from '#shared/contract/search.ts';
import classes from './search.module.css';

/** One thing found: what it is, its name, the words around the hits and where it is from. Pressing it opens it. */
export function HitRow({ hit }: { readonly hit: SearchHit }) {
  const open = useOpenHit();
  const origin = originText(hit);
  return (
    <button type="button" className={classes.hit} data-hit onClick={() => open(hit)}>
      <span className={classes.answer}>
        <span className={classes.hitName}>
          <span className={classes.hitKind}>{kindText(hit.noun)}</span> <MarkedText parts={hit.name} />
        </span>
        {hit.amount === null ? null : <span className={classes.amount}>{hit.amount}</span>}
      </span>
      {hit.snippet.length === 0 ? null : (
        <span className={classes.snippet}>
          {hit.field === null ? null : <span className={classes.field}>{hit.field}: </span>}
          <MarkedText parts={hit.snippet} />
        </span>
      )}
      {origin === '' && hit.notYet === null ? null : (
        <span className={classes.origin}>
          {[origin, hit.notYet ?? ''].filter((part) => part !== '').join(' · ')}
        </span>
      )}
    </button>
  );
}
