import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isDay } from '#core/quantities/day.ts';
import { useAsk } from '#renderer/app/asking.ts';
import { isPast, useChooseMoment, useMoment } from '#renderer/app/moment.ts';
import { CommitSlider } from './commit-slider.tsx';
import { knownAtTyped, momentLabel, readKnownAt } from './moment-words.ts';
import { type Stop, stopsOf } from './stops.ts';
import classes from './time.module.css';
import { showTime } from './time-shown.ts';

/** Most changes that the slider spans; older ones are reached by typing a day. */
const SPAN = 500;
const LISTED = 4;

/** Id of the heading, which names the popover too. */
export const TIME_TITLE = 'time-title';

/** Sets as-of and known-at: by quick choice, by the changes of the history, or typed. */
export function TimeForm() {
  const moment = useMoment();
  const choose = useChooseMoment();
  const { data } = useAsk('history', 'list', { offset: 0, limit: SPAN }, { keepsPrevious: true });
  const stops = stopsOf(data?.items ?? []);
  const backToNow = () => {
    choose({ asOf: null, knownAt: null });
    showTime(false);
  };
  return (
    <div className={classes.form}>
      <div className={classes.head}>
        <h2 id={TIME_TITLE} className={classes.title}>
          See the ledger at a time
        </h2>
        <Button
          size="compact-sm"
          variant="default"
          disabled={!isPast(moment)}
          onClick={backToNow}
          data-autofocus
        >
          Back to now
        </Button>
      </div>
      <p className={classes.now} role="status">
        {momentLabel(moment)}
      </p>
      <section className={classes.part}>
        <h3 className={classes.heading}>What was known</h3>
        <p className={classes.hint}>
          Only what was recorded until then counts; what was retracted since is still there.
        </p>
        <CommitSlider
          stops={stops}
          knownAt={moment.knownAt}
          choose={(knownAt) => choose({ ...moment, knownAt })}
        />
        <KnownField key={moment.knownAt} />
        <Before stops={stops} />
      </section>
      <section className={classes.part}>
        <h3 className={classes.heading}>What had happened</h3>
        <p className={classes.hint}>
          Signals count what was over or published by that day, and look ahead from it.
        </p>
        <AsOfField key={moment.asOf} />
      </section>
    </div>
  );
}

function KnownField() {
  const moment = useMoment();
  const choose = useChooseMoment();
  const [text, setText] = useState(knownAtTyped(moment.knownAt));
  const read = text.trim() === '' ? null : readKnownAt(text);
  const isWrong = text.trim() !== '' && read === null;
  const set = () => {
    if (!isWrong && read !== moment.knownAt) choose({ ...moment, knownAt: read });
  };
  return (
    <Typed
      label="Known at"
      hint="A day, meaning until its end in UTC, or an instant in UTC. Empty: now."
      placeholder="2025-11-20 or 2025-11-20 08:30"
      problem={isWrong ? 'Write a day as 2025-11-20, or an instant as 2025-11-20 08:30.' : null}
      {...{ text, setText, set }}
    />
  );
}

function AsOfField() {
  const moment = useMoment();
  const choose = useChooseMoment();
  const [text, setText] = useState(moment.asOf ?? '');
  const typed = text.trim();
  const isWrong = typed !== '' && !isDay(typed);
  const set = () => {
    const asOf = typed === '' ? null : typed;
    if (!isWrong && asOf !== moment.asOf) choose({ ...moment, asOf });
  };
  return (
    <Typed
      label="As of"
      hint="A day. Empty: today."
      placeholder="2025-11-03"
      problem={isWrong ? 'Write a day as 2025-11-03.' : null}
      {...{ text, setText, set }}
    />
  );
}

interface TypedProps {
  readonly label: string;
  readonly hint: string;
  readonly placeholder: string;
  readonly problem: string | null;
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly set: () => void;
}

/** A field with its own button, so that nothing moves while it is being typed. */
function Typed({ label, hint, placeholder, problem, text, setText, set }: TypedProps) {
  return (
    <form
      className={classes.typed}
      onSubmit={(event) => {
        event.preventDefault();
        set();
      }}
    >
      <TextInput
        className={classes.field}
        label={label}
        description={hint}
        inputWrapperOrder={['label', 'description', 'input', 'error']}
        placeholder={placeholder}
        value={text}
        error={problem}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" aria-label={`Show ${label.toLowerCase()}`}>
        Show
      </Button>
    </form>
  );
}

/** One click to just before each of the latest changes. */
function Before({ stops }: { readonly stops: readonly Stop[] }) {
  const moment = useMoment();
  const choose = useChooseMoment();
  const latest = stops.slice(-LISTED).reverse();
  if (latest.length === 0) return null;
  return (
    <ul className={classes.before} aria-label="Before the latest changes">
      {latest.map(({ seq, summary, before }) => (
        <li key={seq}>
          <button
            type="button"
            className={classes.choice}
            aria-pressed={moment.knownAt === before}
            onClick={() => choose({ ...moment, knownAt: before })}
          >
            <span className={classes.lead}>Before</span> {summary}
          </button>
        </li>
      ))}
    </ul>
  );
}
