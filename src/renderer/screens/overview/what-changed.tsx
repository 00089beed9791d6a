import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { Flag, Severity } from '#core/signals/flag.ts';
import { useAsk } from '#renderer/app/asking.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { useGoTo } from '#renderer/app/go-to.ts';
import { useMoment } from '#renderer/app/moment.ts';
import { SeverityBadge } from '#renderer/parts/evidence/severity-badge.tsx';
import {
  commitsText,
  factText,
  gradeSentence,
  type OverviewChanges,
  reviewText,
  sideText,
} from './changes-words.ts';
import { SinceBox } from './since-box.tsx';
import { type SinceChoice, sinceOf } from './since-choice.ts';
import classes from './what-changed.module.css';

interface WhatChangedProps {
  readonly subject: { readonly id: string; readonly name: string };
  /** Those of now, in the order in which the answer names their places. */
  readonly flags: readonly Flag[];
  readonly today: string;
  readonly onOpen: (flag: Flag) => void;
}

/** What is different since a chosen moment: grade, flags, entries and decisions. Asked after the overview stands. */
export function WhatChanged({ subject, flags, today, onOpen }: WhatChangedProps) {
  const [choice, setChoice] = useState<SinceChoice>({ kind: 'last-work' });
  const asked = useAsk(
    'overview',
    'changes',
    { subjectId: subject.id, since: sinceOf(choice, today), ...useMoment() },
    { keepsPrevious: true },
  );
  const { data, error, refetch, isFetching } = asked;
  return (
    <section className={classes.card} aria-label="What changed">
      <header className={classes.head}>
        <h2 className={classes.title}>What changed</h2>
        <SinceBox choice={choice} today={today} onChange={setChoice} />
      </header>
      {error !== null ? <Failure error={error} retry={() => void refetch()} /> : null}
      <div className={classes.body} aria-busy={isFetching}>
        {data === undefined || error !== null ? null : (
          <Answer changes={data} subject={subject.name} flags={flags} onOpen={onOpen} />
        )}
      </div>
    </section>
  );
}

interface AnswerProps extends Pick<WhatChangedProps, 'flags' | 'onOpen'> {
  readonly changes: OverviewChanges;
  readonly subject: string;
}

function Answer({ changes, subject, flags, onOpen }: AnswerProps) {
  const goTo = useGoTo();
  const opener = openerOf(flags, onOpen);
  return (
    <>
      <p className={classes.grade} data-moved={changes.before.grade !== changes.after.grade || undefined}>
        {gradeSentence(changes, subject)}
      </p>
      {changes.before.grade === null ? null : <Moves moves={changes.flags} opener={opener} />}
      <Reviews reviews={changes.reviews} opener={opener} />
      {changes.facts.length === 0 ? null : (
        <ul className={classes.counts} aria-label="Entries since">
          {changes.facts.map((fact) => (
            <li key={fact.noun}>{factText(fact)}</li>
          ))}
        </ul>
      )}
      <p className={classes.facts}>
        {commitsText(changes.commits)}{' '}
        <Button variant="subtle" size="compact-xs" onClick={() => goTo('history')}>
          Open the history
        </Button>
      </p>
    </>
  );
}

interface Named {
  readonly name: string;
  readonly place: number | null;
}
type Opener = (one: Named) => (() => void) | null;

/** The answer may be older than the flags for a moment: a place counts only where the flag of that name stands. */
function openerOf(flags: readonly Flag[], onOpen: (flag: Flag) => void): Opener {
  return ({ name, place }) => {
    const flag = place === null ? undefined : flags[place];
    return flag?.name === name ? () => onOpen(flag) : null;
  };
}

const SHOWN = 3;

function Moves({ moves, opener }: { readonly moves: OverviewChanges['flags']; readonly opener: Opener }) {
  const [isWhole, setWhole] = useState(false);
  if (moves.length === 0) return <p className={classes.facts}>No flag has another severity.</p>;
  return (
    <>
      <ul className={classes.list} aria-label="Flags that changed">
        {(isWhole ? moves : moves.slice(0, SHOWN)).map((move) => (
          <li key={`${move.name} ${move.scopeName ?? ''} ${move.place ?? 'gone'}`}>
            <Line onOpen={opener(move)}>
              <span className={classes.name}>
                {move.name}
                {move.scopeName === null ? null : <span className={classes.scope}>{move.scopeName}</span>}
              </span>
              <span className={classes.sides}>
                <Side severity={move.before} side="before" />
                <IconArrowRight size={14} role="img" aria-label="then" />
                <Side severity={move.after} side="after" />
              </span>
            </Line>
          </li>
        ))}
      </ul>
      {moves.length <= SHOWN ? null : (
        <Button
          variant="subtle"
          size="compact-xs"
          className={classes.more}
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? 'Show fewer' : `Show all ${moves.length} flags that changed`}
        </Button>
      )}
    </>
  );
}

function Side({ severity, side }: { readonly severity: Severity | null; readonly side: 'before' | 'after' }) {
  if (severity === null) return <span className={classes.none}>{sideText(severity, side)}</span>;
  return <SeverityBadge severity={severity} />;
}

function Reviews({
  reviews,
  opener,
}: {
  readonly reviews: OverviewChanges['reviews'];
  readonly opener: Opener;
}) {
  if (reviews.length === 0) return null;
  return (
    <ul className={classes.list} aria-label="Decisions since">
      {reviews.map((one) => (
        <li key={`${one.name} ${one.scopeName ?? ''} ${one.at ?? one.why ?? ''}`}>
          <Line onOpen={opener(one)}>
            <span className={classes.name}>
              {one.name}
              <span className={classes.scope}>
                {one.scopeName === null ? '' : `${one.scopeName}: `}
                {reviewText(one)}
              </span>
            </span>
          </Line>
        </li>
      ))}
    </ul>
  );
}

function Line({
  onOpen,
  children,
}: {
  readonly onOpen: (() => void) | null;
  readonly children: React.ReactNode;
}) {
  if (onOpen === null) return <div className={classes.line}>{children}</div>;
  return (
    <button type="button" className={classes.line} onClick={onOpen}>
      {children}
    </button>
  );
}
