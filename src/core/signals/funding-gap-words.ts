import type { YearGap } from '../metrics/funding-gap.ts';
import type { GapCase } from '../metrics/gap-case.ts';
import type { Outlook } from '../metrics/gap-outlook.ts';
import { exactly } from '../quantities/interval.ts';
import type { UnitId } from '../quantities/unit.ts';
import { restNotes, restOf } from './schedule-words.ts';
import { amountWords, countWords, digits, measureWords, sharedScale } from './words.ts';

/** How the gap is written: the table of years as one line each run of like years, and what was assumed. */
export function gapWorkings({ headline, share }: Outlook, unit: UnitId): string {
  if (headline === null) return `From end to end ${measureWords(share, 'share')}`;
  const due = headline.rows.reduce((sum, row) => sum + row.due, 0);
  const write = sharedScale([exactly(headline.sum), exactly(due)], unit);
  const result = `${write(exactly(headline.sum))} / ${write(exactly(due))} = ${digits(headline.share)}`;
  return [...runsOf(headline.rows).map((run) => runWords(run, unit)), result].join('; ');
}

export function gapNotes(reviewed: GapCase, { headline }: Outlook): readonly string[] {
  const { path, firstYear, basis, undated, plans, funding, exposure } = reviewed;
  const { unit } = path.base.choice;
  const last = path.stated.at(-1);
  return [
    ...(headline === null ? [] : [moneyNote(headline, unit)]),
    'All revenue is taken to go to commitments, so the gap is a floor.',
    basis.kind === 'stated'
      ? `Assumed: the stated total falls due evenly from 1 January ${firstYear}, over the tenor of commitments in general.`
      : `Assumed: what has neither days nor a schedule falls due evenly from 1 January ${firstYear}.`,
    last === undefined
      ? 'Assumed: no later revenue is stated, so revenue stays flat.'
      : `Assumed: revenue grows at a constant rate between the years stated and stays flat after ${last.year}.`,
    ...(path.isBaseYearAssumed
      ? [`Assumed: the annual revenue states no period and is taken to be that of ${path.baseYear}.`]
      : []),
    ...restNotes(restOf(plans), unit),
    ...(undated.length === 0 ? [] : [`${countWords(undated.length, 'deal')} of unknown timing left out.`]),
    ...(basis.kind === 'stated' || exposure.commitments.unknown.length === 0
      ? []
      : [`${countWords(exposure.commitments.unknown.length, 'deal')} without a usable amount left out.`]),
    ...(funding.signed.length === 0 ? ['No signed money still to come is on file.'] : []),
  ];
}

function moneyNote(
  { sum, peakCumulative, coverage }: NonNullable<Outlook['headline']>,
  unit: UnitId,
): string {
  const gap = amountWords(exactly(sum), unit);
  const peak = amountWords(exactly(peakCumulative), unit);
  return `${gap} open in all, at the worst moment ${peak} together; money of all years covers ${digits(coverage * 100)} %.`;
}

/** Years in a row with the same amounts. */
function runsOf(rows: readonly YearGap[]): readonly (readonly YearGap[])[] {
  const runs: YearGap[][] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    const previous = run?.[0];
    const isAlike =
      previous !== undefined &&
      previous.due === row.due &&
      previous.available === row.available &&
      previous.funded === row.funded;
    if (isAlike && run !== undefined) run.push(row);
    else runs.push([row]);
  }
  return runs;
}

function runWords(run: readonly YearGap[], unit: UnitId): string {
  const [first] = run;
  const last = run.at(-1);
  if (first === undefined || last === undefined) return '';
  const years = first === last ? `${first.year}` : `each year ${first.year} to ${last.year}`;
  const shown = [first.due, first.available, first.funded, first.gap].map(exactly);
  const write = sharedScale(shown, unit);
  const [due, available, funded, gap] = shown.map(write);
  const signed = first.funded === 0 ? '' : ` - ${funded}`;
  return `${years}: ${due} - ${available}${signed} leaves ${gap}`;
}
