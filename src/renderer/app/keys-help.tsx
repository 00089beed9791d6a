import { Kbd, Modal } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import classes from './keys-help.module.css';

const listeners = new Set<() => void>();
let isShown = false;

function show(next: boolean): void {
  isShown = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Opens the list of keys. */
export function showKeys(): void {
  show(true);
}

export const MOD = /mac/i.test(navigator.platform) ? '⌘' : 'Ctrl';

const GROUPS: readonly {
  readonly title: string;
  readonly keys: readonly (readonly [readonly string[], string])[];
}[] = [
  {
    title: 'Anywhere',
    keys: [
      [[MOD, 'K'], 'Find a screen or a command, or words in the ledger'],
      [[MOD, 'Z'], 'Undo the last change of the ledger'],
      [[MOD, 'Shift', 'Z'], 'Redo it'],
      [['F6'], 'Go to the next region: screen, panel, rail, header'],
      [[MOD, 'V'], 'Take in the words of the clipboard as a document'],
      [['?'], 'This list'],
    ],
  },
  {
    title: 'In a table',
    keys: [
      [['← ↑ → ↓'], 'Move from cell to cell'],
      [['Enter'], 'Edit the cell; in a cell that is not edited here, open the entry'],
      [['F2'], 'Edit the cell'],
      [['Esc'], 'Leave the cell as it was'],
      [['Space'], 'Select the row'],
      [[MOD, 'Enter'], 'Add an entry'],
      [['Delete'], 'Retract the selected entries'],
      [[MOD, 'C'], 'Copy the cell, or the selected rows with their headings'],
    ],
  },
  {
    title: 'In the reader',
    keys: [
      [['n', 'j'], 'Next candidate'],
      [['p', 'k'], 'Previous candidate'],
      [['Enter'], 'Accept the candidate; of captured words, open what rests on them'],
      [['e'], 'Correct it'],
      [[MOD, 'Enter'], 'Accept it from within its boxes'],
      [['x'], 'Turn it down; then 1 to 6 picks the reason'],
      [['u'], 'Undo the last change of the ledger'],
      [['.'], 'Next unread numeral'],
      [['d'], 'Dismiss that numeral'],
      [['Shift', 'D'], 'Dismiss all unread ones to the end of its paragraph'],
      [['a'], 'Dismiss all dates and list numbers that are unread, after a look at them'],
      [['s'], 'Put a caret in the text; arrow keys move it, Esc takes it away'],
      [['Shift', '← ↑ → ↓'], 'Select words; with Ctrl word by word'],
      [['f', 'q', 'd', 'r', 'k'], 'Make a figure, quote, deal, reaction or key date of the selected words'],
      [['w'], 'Rest what is in hand on the selected words'],
      [['Esc'], 'Back to the text'],
    ],
  },
  {
    title: 'In a form',
    keys: [
      [[MOD, 'Enter'], 'Save'],
      [['Esc'], 'Close'],
    ],
  },
];

export function KeysHelp() {
  const isOpen = useSyncExternalStore(subscribe, () => isShown);
  return (
    <Modal opened={isOpen} onClose={() => show(false)} title="Keys" size="lg">
      {GROUPS.map(({ title, keys }) => (
        <section key={title} className={classes.group}>
          <h3 className={classes.title}>{title}</h3>
          <dl className={classes.list}>
            {keys.map(([combination, meaning]) => (
              <div key={meaning} className={classes.row}>
                <dt className={classes.keys}>
                  {combination.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </dt>
                <dd className={classes.meaning}>{meaning}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Modal>
  );
}
