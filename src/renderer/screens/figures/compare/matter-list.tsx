import { IconArrowsSplit, IconEqual, IconEqualNot, IconPin } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId } from 'react';
import { nextOf } from '#renderer/screens/signals/listbox-keys.ts';
import classes from './matter-list.module.css';
import type { MatterLine } from './told.ts';

interface MatterListProps {
  readonly matters: readonly MatterLine[];
  readonly chosenId: string | null;
  readonly onChoose: (id: string) => void;
}

const GROUPS = [
  { verdict: 'contradict', title: 'Contradictions', Icon: IconEqualNot },
  { verdict: 'agree', title: 'Agreements', Icon: IconEqual },
  { verdict: 'differ', title: 'Not comparable', Icon: IconArrowsSplit },
] as const;

/** The matters in groups of one verdict; arrow keys, Home, End and Page keys move the choice. */
export function MatterList({ matters, chosenId, onChoose }: MatterListProps) {
  const baseId = useId();
  const inOrder = GROUPS.flatMap(({ verdict }) => matters.filter((matter) => matter.verdict === verdict));
  const chosenAt = inOrder.findIndex(({ id }) => id === chosenId);
  useEffect(() => {
    document.getElementById(`${baseId}-${chosenAt}`)?.scrollIntoView({ block: 'nearest' });
  }, [baseId, chosenAt]);
  const move = (event: KeyboardEvent) => {
    const next = nextOf(event.key, chosenAt, inOrder.length);
    const matter = next === null ? undefined : inOrder[next];
    if (matter === undefined) return;
    event.preventDefault();
    onChoose(matter.id);
  };
  return (
    <div
      className={classes.box}
      role="listbox"
      aria-label="Matters"
      tabIndex={0}
      aria-activedescendant={chosenAt === -1 ? undefined : `${baseId}-${chosenAt}`}
      onKeyDown={move}
    >
      {GROUPS.map(({ verdict, title, Icon }) => {
        const own = inOrder.filter((matter) => matter.verdict === verdict);
        if (own.length === 0) return null;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a group of options inside a listbox is no fieldset.
          <div key={verdict} role="group" aria-labelledby={`${baseId}-${verdict}`}>
            <div id={`${baseId}-${verdict}`} className={classes.heading} data-verdict={verdict}>
              <Icon size={14} aria-hidden />
              {title}
              <span className={classes.count}>{own.length}</span>
            </div>
            {own.map((matter) => (
              <Option
                key={matter.id}
                id={`${baseId}-${inOrder.indexOf(matter)}`}
                matter={matter}
                isChosen={matter.id === chosenId}
                onChoose={() => onChoose(matter.id)}
              />
            ))}
          </div>
        );
      })}
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly matter: MatterLine;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Option({ id, matter, isChosen, onChoose }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox around it takes the keys.
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      tabIndex={-1}
      className={classes.option}
      onClick={onChoose}
    >
      <span className={classes.name}>{matter.name}</span>
      <span className={classes.brief}>
        {briefOf(matter)}
        {matter.isPicked ? (
          <span className={classes.picked}>
            <IconPin size={12} aria-hidden /> picked
          </span>
        ) : null}
      </span>
    </div>
  );
}

function briefOf({ kind, claims, apart, verdict, spread, isWithinOneSource }: MatterLine): string {
  const versions = `${claims} versions${apart === 0 ? '' : ` and ${apart} apart`}`;
  if (verdict !== 'contradict' || spread === null) return versions;
  const distance =
    kind === 'date' ? `${spread.toLocaleString()} days` : `${Math.round(spread * 100).toLocaleString()} %`;
  return `${versions} · ${distance} apart${isWithinOneSource ? ' · one source contradicts itself' : ''}`;
}
