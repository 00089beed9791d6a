import { Badge, NativeSelect, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { Interval } from '#core/quantities/interval.ts';
import type { BucketKind } from '#core/schedule/buckets.ts';
import { useAsk } from '#renderer/app/asking.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { useMoment } from '#renderer/app/moment.ts';
import { headlineText, intervalText } from '#renderer/parts/evidence/quantity-text.ts';
import { tagText } from '#renderer/parts/evidence/tag-words.ts';
import type { DealScheduleReport } from '#shared/contract/schedules.ts';
import panel from './entry-panel.module.css';
import classes from './schedule-of-deal.module.css';

const KINDS: readonly { readonly value: BucketKind; readonly label: string }[] = [
  { value: 'years', label: 'Years' },
  { value: 'quarters', label: 'Quarters' },
  { value: 'months', label: 'Months' },
  { value: 'fiscal-years', label: 'Fiscal years' },
];

const METHODS: Readonly<Record<NonNullable<DealScheduleReport['method']>, string>> = {
  'straight-line': 'Straight line by days',
  'equal-months': 'Equal months',
  ramp: 'Ramp that grows year by year',
  payments: 'As the scheduled payments say',
};

const MONTHS = Array.from({ length: 12 }, (_, at) => ({
  value: String(at + 1),
  label: new Intl.DateTimeFormat(undefined, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2025, at, 1)),
}));

/** When a deal falls due, period by period, by the plan that the signals use. */
export function ScheduleOfDeal({ dealId }: { readonly dealId: string }) {
  const [buckets, setBuckets] = useState<BucketKind>('years');
  const [fiscalYearEndMonth, setMonth] = useState<number | null>(null);
  const { data, error, refetch } = useAsk(
    'schedules',
    'deal',
    { dealId, buckets, fiscalYearEndMonth, ...useMoment() },
    { keepsPrevious: true },
  );
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined || data === null) return null;
  return (
    <section className={panel.section} aria-label="Schedule">
      <h3 className={panel.heading}>Schedule</h3>
      {data.periods.length === 0 ? null : (
        <div className={classes.choices}>
          <SegmentedControl
            size="xs"
            aria-label="Periods"
            data={[...KINDS]}
            value={buckets}
            onChange={(kind) => setBuckets(KINDS.find(({ value }) => value === kind)?.value ?? 'years')}
          />
          {buckets === 'fiscal-years' ? (
            <NativeSelect
              size="xs"
              aria-label="Month in which the fiscal year ends"
              data={MONTHS}
              value={String(data.fiscalYearEndMonth)}
              onChange={({ currentTarget }) => setMonth(Number(currentTarget.value))}
            />
          ) : null}
        </div>
      )}
      {data.method === null ? null : (
        <p className={classes.method}>
          {METHODS[data.method]}
          {data.isMethodAssumed ? ', assumed: no source states another' : ''}
          {data.tags.map((tag) => (
            <Badge key={tag} variant="default" size="sm" title={tagText(tag)}>
              {tag.replaceAll('-', ' ')}
            </Badge>
          ))}
        </p>
      )}
      {data.total === null ? null : <Periods schedule={data} total={data.total} />}
      {data.notes.map((note) => (
        <p key={note} className={classes.note}>
          {note}
        </p>
      ))}
    </section>
  );
}

interface PeriodsProps {
  readonly schedule: DealScheduleReport;
  readonly total: Interval;
}

function Periods({ schedule, total }: PeriodsProps) {
  const { currency, periods, unscheduled, undated, isHull } = schedule;
  const hasRange = isHull || total.lo !== total.hi;
  const row = (label: string, amount: Interval) => (
    <tr key={label}>
      <th scope="row">{label}</th>
      <td title={intervalText(amount, currency, { isFull: true })}>{headlineText(amount, currency)}</td>
      {hasRange ? <td>{amount.lo === amount.hi ? '' : intervalText(amount, currency)}</td> : null}
    </tr>
  );
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Period</th>
            <th scope="col">Amount</th>
            {hasRange ? <th scope="col">Range</th> : null}
          </tr>
        </thead>
        <tbody>
          {periods.map(({ label, amount }) => row(label, amount))}
          {unscheduled.hi === 0 ? null : row('Unscheduled', unscheduled)}
          {undated.hi === 0 ? null : row('Undated', undated)}
        </tbody>
        <tfoot>{row('Total', total)}</tfoot>
      </table>
      {hasRange ? (
        <p className={classes.note}>Ranges are over every scenario: they do not add up to the total.</p>
      ) : null}
    </div>
  );
}
