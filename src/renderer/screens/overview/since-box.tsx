import { Select, TextInput } from '@mantine/core';
import { useAsk } from '#renderer/app/asking.ts';
import { useMoment } from '#renderer/app/moment.ts';
import { instantText } from '#renderer/app/numbers.ts';
import { choiceOf, SINCE_KINDS, type SinceChoice } from './since-choice.ts';
import classes from './what-changed.module.css';

interface SinceBoxProps {
  readonly choice: SinceChoice;
  readonly today: string;
  readonly onChange: (choice: SinceChoice) => void;
}

/** The choice of a moment: a day of the calendar, or a change of the ledger. */
export function SinceBox({ choice, today, onChange }: SinceBoxProps) {
  return (
    <div className={classes.since}>
      <Select
        className={classes.kind}
        aria-label="Since when"
        data={[...SINCE_KINDS]}
        value={choice.kind}
        allowDeselect={false}
        onChange={(kind) => onChange(choiceOf(kind, today))}
      />
      {choice.kind === 'day' ? (
        <TextInput
          type="date"
          aria-label="Day"
          max={today}
          value={choice.day}
          onChange={(event) => onChange({ kind: 'day', day: event.currentTarget.value })}
        />
      ) : null}
      {choice.kind === 'change' ? <ChangeBox at={choice.at} onChange={onChange} /> : null}
    </div>
  );
}

/** How many of the latest changes are offered. */
const OFFERED = 100;

function ChangeBox({
  at,
  onChange,
}: {
  readonly at: string | null;
  readonly onChange: SinceBoxProps['onChange'];
}) {
  const { knownAt } = useMoment();
  const { data } = useAsk('history', 'list', { offset: 0, limit: OFFERED });
  const changes = new Map(
    (data?.items ?? [])
      .filter((item) => knownAt === null || item.at <= knownAt)
      .toReversed()
      .map((item) => [item.at, item]),
  );
  return (
    <Select
      className={classes.change}
      aria-label="Change"
      placeholder="Choose a change"
      searchable
      data={[...changes.values()].toReversed().map((item) => ({
        value: item.at,
        label: `${item.seq}. ${item.summary} (${instantText(item.at)})`,
      }))}
      value={at}
      allowDeselect={false}
      onChange={(chosen) => onChange({ kind: 'change', at: chosen })}
    />
  );
}
