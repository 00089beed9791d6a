import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useGoTo } from '#renderer/app/go-to.ts';
import { Chart } from '#renderer/chart/chart.tsx';
import type { ScreenId } from '#renderer/screens/registry.ts';
import type { Overview } from '#shared/contract/reports.ts';
import { counterpartyBars, counterpartyNote, counterpartyTable } from './counterparty-bars.ts';
import classes from './overview.module.css';
import { ratioBars, ratioNote, ratioTable } from './ratio-bars.ts';

interface RatioChartProps {
  readonly overview: Overview;
  readonly onPick: () => void;
}

export function RatioChart({ overview, onPick }: RatioChartProps) {
  const { commitmentsToRevenue, subject } = overview;
  const bars = useMemo(() => ratioBars(commitmentsToRevenue), [commitmentsToRevenue]);
  if (commitmentsToRevenue.bars.length === 0)
    return (
      <NoChart
        title="Commitments against revenue"
        wants={`Add a revenue figure and a commitment of ${subject.name} to see how many years of revenue are promised away.`}
        screen="figures"
        label="Open figures"
      />
    );
  return (
    <Chart
      title="Commitments against revenue"
      note={ratioNote(commitmentsToRevenue)}
      bars={bars}
      table={ratioTable(commitmentsToRevenue)}
      onPick={onPick}
    />
  );
}

interface CounterpartyChartProps {
  readonly overview: Overview;
  /** Deals of the chosen counterparty; null for the remainder that no deal names. */
  readonly onPick: (dealIds: readonly string[] | null) => void;
}

export function CounterpartyChart({ overview, onPick }: CounterpartyChartProps) {
  const { byCounterparty, unitemised, currency } = overview;
  const parties = useMemo(
    () => ({ byCounterparty, unitemised, currency }),
    [byCounterparty, unitemised, currency],
  );
  const bars = useMemo(() => counterpartyBars(parties), [parties]);
  if (bars.items.every(({ interval }) => interval === null))
    return (
      <NoChart
        title="Commitments by counterparty"
        wants={wantedOf(overview)}
        screen="deals"
        label="Open deals"
      />
    );
  return (
    <Chart
      title="Commitments by counterparty"
      note={counterpartyNote(parties)}
      bars={bars}
      table={counterpartyTable(parties)}
      onPick={(index) => onPick(byCounterparty[index]?.dealIds ?? null)}
    />
  );
}

/** What is lacking for bars: a deal at all, or an amount of one. */
function wantedOf({ byCounterparty, subject }: Overview): string {
  const names = byCounterparty.map(({ name }) => name).join(', ');
  if (names === '') return `Add a deal in which ${subject.name} is the payer to see on whom it depends.`;
  return `Undisclosed: ${names}. Add the amount of a deal, once a source states it, to see shares.`;
}

interface NoChartProps {
  readonly title: string;
  readonly wants: string;
  readonly screen: ScreenId;
  readonly label: string;
}

function NoChart({ title, wants, screen, label }: NoChartProps) {
  const goTo = useGoTo();
  return (
    <div className={classes.noChart}>
      <h2 className={classes.cardTitle}>{title}</h2>
      <p className={classes.dim}>{wants}</p>
      <Button variant="default" onClick={() => goTo(screen)}>
        {label}
      </Button>
    </div>
  );
}
