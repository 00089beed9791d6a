import { Button } from '@mantine/core';
import { IconPin, IconPinnedOff } from '@tabler/icons-react';
import { dayText } from '#renderer/app/numbers.ts';
import classes from './compare.module.css';
import type { Matter } from './told.ts';
import { statedText } from './version-words.ts';

interface PickStandingProps {
  readonly matter: Matter;
  /** Left out where the pick cannot be ended from here. */
  readonly onEnd: (() => void) | undefined;
}

/** The pick on the matter: what, by whom, until when and why; or why it does not count. */
export function PickStanding({ matter, onEnd }: PickStandingProps) {
  const { pick } = matter;
  if (pick === null) return null;
  const Icon = pick.state === 'picked' ? IconPin : IconPinnedOff;
  return (
    <section className={classes.pick} aria-label="Pick" data-state={pick.state}>
      <Icon size={16} aria-hidden />
      <div className={classes.pickText}>
        <p className={classes.pickLine}>{standingText(matter, pick)}</p>
        <p className={classes.sub}>{pick.reason}</p>
      </div>
      {onEnd === undefined ? null : (
        <Button variant="default" size="compact-sm" onClick={onEnd}>
          End the pick
        </Button>
      )}
    </section>
  );
}

function standingText({ versions }: Matter, pick: NonNullable<Matter['pick']>): string {
  const version = versions.find(({ id }) => id === pick.figureId);
  const what = version === undefined ? 'A version that is no longer on file' : statedText(version);
  const until = dayText(pick.expiresOn);
  switch (pick.state) {
    case 'picked':
      return `${what} counts until ${until} by the pick of ${pick.reviewer}.`;
    case 'pick-expired':
      return `${what} was picked by ${pick.reviewer} until ${until}; the most reliable source counts again.`;
    case 'pick-not-eligible':
      return `${what} was picked by ${pick.reviewer} but cannot count at this moment, so the most reliable source does.`;
  }
}
