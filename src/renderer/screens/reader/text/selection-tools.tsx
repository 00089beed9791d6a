import { Kbd } from '@mantine/core';
import { CLASSES } from '../class-words.ts';
import type { Candidate, Stretch } from '../reading.ts';
import classes from './document-text.module.css';
import type { TextSelection } from './use-text-selection.ts';

interface SelectionToolsProps {
  readonly selection: TextSelection;
  readonly onMake: ((as: Candidate['class'], stretch: Stretch) => void) | null;
  readonly onRest: ((stretch: Stretch) => void) | null;
}

/** Beside selected words: what can be made of them. Without a selection, the caret of the keyboard. */
export function SelectionTools({ selection, onMake, onRest }: SelectionToolsProps) {
  const { stretch, box, hasCaret } = selection;
  if (box === null) return null;
  if (stretch === null)
    return hasCaret ? <span className={classes.caret} aria-hidden style={{ ...box }} /> : null;
  if (onMake === null) return null;
  return (
    <div
      className={classes.tools}
      role="toolbar"
      aria-label="Make of the selected words"
      style={{ top: box.top }}
    >
      {CLASSES.map(({ id, label, key }) => (
        <Tool key={id} label={label} letter={key} act={() => onMake(id, stretch)} />
      ))}
      {onRest === null ? null : (
        <Tool label="Rest it on these" letter={REST_KEY} act={() => onRest(stretch)} />
      )}
    </div>
  );
}

/** Rests what is in hand on the selected words instead of those proposed. */
export const REST_KEY = 'w';

interface ToolProps {
  readonly label: string;
  readonly letter: string;
  readonly act: () => void;
}

/** The selection stays while the mouse goes down on it. */
function Tool({ label, letter, act }: ToolProps) {
  return (
    <button
      type="button"
      className={classes.tool}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => {
        event.stopPropagation();
        act();
      }}
    >
      {label} <Kbd>{letter}</Kbd>
    </button>
  );
}
