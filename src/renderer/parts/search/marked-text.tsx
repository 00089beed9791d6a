import type { SearchHit } from '#shared/contract/search.ts';
import classes from './marked-text.module.css';

/** Words of a document or an entry with those marked that were looked for; always text, whatever the words are. */
export function MarkedText({ parts }: { readonly parts: SearchHit['name'] }) {
  let place = 0;
  return (
    <>
      {parts.map(({ text, isHit }) => {
        const key = place;
        place += text.length;
        return isHit ? (
          <mark key={key} className={classes.hit}>
            {text}
          </mark>
        ) : (
          <span key={key}>{text}</span>
        );
      })}
    </>
  );
}
