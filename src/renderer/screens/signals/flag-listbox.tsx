import { type KeyboardEvent, useEffect, useId } from 'react';
import type { Flag } from '#core/signals/flag.ts';
import { flagId, scopeText, verdictText } from '#renderer/parts/evidence/flag-words.ts';
import { rangeText } from '#renderer/parts/evidence/quantity-text.ts';
import { SeverityBadge } from '#renderer/parts/evidence/severity-badge.tsx';
import type { FlagReviews } from '#renderer/parts/review/flag-reviews.ts';
import { ReviewBadge } from '#renderer/parts/review/review-badge.tsx';
import type { Review } from '#shared/contract/dispositions.ts';
import type { FlagGroup } from './flag-groups.ts';
import classes from './flag-listbox.module.css';
import { nextOf } from './listbox-keys.ts';

interface FlagListboxProps {
  readonly reviews: FlagReviews;
  readonly groups: readonly FlagGroup[];
  readonly chosenId: string | null;
  readonly onChoose: (flag: Flag) => void;
}

/** A list in groups with one flag chosen; arrow keys, Home, End and Page keys move the choice. */
export function FlagListbox({ groups, reviews, chosenId, onChoose }: FlagListboxProps) {
  const baseId = useId();
  const flags = groups.flatMap((group) => group.flags);
  const chosenAt = flags.findIndex((flag) => flagId(flag) === chosenId);
  useEffect(() => {
    document.getElementById(`${baseId}-${chosenAt}`)?.scrollIntoView({ block: 'nearest' });
  }, [baseId, chosenAt]);
  const move = (event: KeyboardEvent) => {
    const next = nextOf(event.key, chosenAt, flags.length);
    const flag = next === null ? undefined : flags[next];
    if (flag === undefined) return;
    event.preventDefault();
    onChoose(flag);
  };
  return (
    <div
      className={classes.box}
      role="listbox"
      aria-label="Flags"
      tabIndex={0}
      aria-activedescendant={chosenAt === -1 ? undefined : `${baseId}-${chosenAt}`}
      onKeyDown={move}
    >
      {groups.map((group, index) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options inside a listbox is no fieldset.
        <div key={group.signal} role="group" aria-labelledby={`${baseId}-group-${index}`}>
          <div id={`${baseId}-group-${index}`} className={classes.heading}>
            {group.title}
            <span className={classes.count}>{group.flags.length}</span>
          </div>
          {group.flags.map((flag) => (
            <Option
              key={flagId(flag)}
              id={`${baseId}-${flags.indexOf(flag)}`}
              flag={flag}
              review={reviews.get(flagId(flag)) ?? null}
              title={group.title}
              isChosen={flagId(flag) === chosenId}
              onChoose={() => onChoose(flag)}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly flag: Flag;
  readonly review: Review | null;
  readonly title: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Option({ id, flag, review, title, isChosen, onChoose }: OptionProps) {
  const range = rangeText(flag.value, flag.unit);
  const lacks = flag.value === null && flag.missing.length > 0 ? flag.missing.join('; ') : null;
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
      <span className={classes.severity}>
        <SeverityBadge severity={flag.severity} />
        {review === null ? null : <ReviewBadge review={review} />}
      </span>
      <span className={classes.text}>
        {flag.name === title ? null : <span className={classes.measure}>{flag.name}</span>}
        <span className={flag.name === title ? classes.measure : classes.scope}>{scopeText(flag)}</span>
        {lacks === null ? null : <span className={classes.scope}>Missing: {lacks}</span>}
      </span>
      <span className={classes.amount}>
        {flag.value === null ? null : <span className={classes.value}>{verdictText(flag)}</span>}
        {flag.value === null && flag.state === 'ok' ? <span className={classes.scope}>unknown</span> : null}
        {range === null ? null : <span className={classes.scope}>{range}</span>}
        {flag.certainty === 'possible' ? <span className={classes.scope}>possible</span> : null}
      </span>
    </div>
  );
}
