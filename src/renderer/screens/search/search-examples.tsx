import classes from './search.module.css';
import { useChangeSearch } from './search-place.ts';

const EXAMPLES: readonly { readonly text: string; readonly what: string }[] = [
  { text: 'commitment > 10bn', what: 'amounts above a bound, in any currency' },
  { text: 'deals over $1bn with oracle', what: 'in one currency, found by a name' },
  { text: 'revenue 2025', what: 'every figure of one year' },
  { text: 'growth 20%..40%', what: 'between two bounds' },
  { text: '"cloud compute"', what: 'words in this order' },
  { text: 'chip* -rumoured', what: 'words that begin so, without others' },
];

/** What can be typed, each to be tried with one press. */
export function SearchExamples() {
  const change = useChangeSearch();
  return (
    <section className={classes.examples} aria-labelledby="search-examples">
      <h2 id="search-examples" className={classes.heading}>
        Type words, or ask for amounts
      </h2>
      <ul className={classes.exampleList}>
        {EXAMPLES.map(({ text, what }) => (
          <li key={text} className={classes.example}>
            <button type="button" className={classes.exampleText} onClick={() => change({ q: text })}>
              {text}
            </button>
            <span className={classes.dim}>{what}</span>
          </li>
        ))}
      </ul>
      <p className={classes.dim}>
        An entry is also found by the companies and deals that it names. The palette (Ctrl or Cmd and K)
        searches from every screen.
      </p>
    </section>
  );
}
