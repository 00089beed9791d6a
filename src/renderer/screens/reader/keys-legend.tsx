import { Kbd } from '@mantine/core';
import classes from './reader.module.css';

const KEYS: readonly (readonly [string, string])[] = [
  ['n', 'next'],
  ['p', 'previous'],
  ['Enter', 'accept'],
  ['e', 'correct'],
  ['x', 'reject'],
  ['u', 'undo'],
  ['.', 'next numeral'],
  ['d', 'dismiss it'],
  ['a', 'all dates'],
  ['s', 'select words'],
  ['?', 'all keys'],
];

/** The keys of the review, always in sight. */
export function KeysLegend() {
  return (
    <p className={classes.keys} id="reader-keys">
      {KEYS.map(([key, meaning]) => (
        <span key={key} className={classes.key}>
          <Kbd>{key}</Kbd> {meaning}
        </span>
      ))}
    </p>
  );
}
