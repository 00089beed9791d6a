import { join } from 'node:path';
import type { Place } from './files.ts';
import type { Result } from './results.ts';
import { median } from './statistics.ts';

/** Companies of the made-up market; each has ten deals and thirty figures. */
const COMPANIES = 10_000;
const QUICK_COMPANIES = 500;
const EDITS = 30;

/** The signals of a whole market beside a plain aggregate of the same rows, and what one edit costs. */
export function measureSignals(place: Place): readonly Result[] {
  const { programs, folder, run } = place;
  const companies = run.isQuick ? QUICK_COMPANIES : COMPANIES;
  const market = join(folder, 'market.plumb');
  programs.run('fill-market', market, String(companies), String(run.seed));
  const floors = Array.from({ length: 5 }, () => programs.run('sql-aggregate', market));
  const floor = median(floors.map(({ ms }) => ms));
  const full = programs.run('run-signals', market);
  const edit = programs.run('edit-figure', market, String(run.isQuick ? EDITS / 3 : EDITS));
  const of = `${companies.toLocaleString('en-GB')} companies`;
  return [
    {
      row: 'P4',
      what: `all signals of ${of}, ${(full['flags'] ?? 0).toLocaleString('en-GB')} flags`,
      ours: full.ms,
      unit: 'ms',
      peer: { name: 'SQL aggregate of the same rows', measured: floor },
      ratio: full.ms / floor,
      target: '<= 10x',
    },
    {
      row: 'P4',
      what: `the same, peak memory`,
      ours: full.peakMb,
      unit: 'MB',
      target: 'bounded: none set',
    },
    {
      row: 'P4',
      what: 'the same, longest step between two pauses',
      ours: full['longestMs'] ?? Number.NaN,
      unit: 'ms',
      target: '<= 50 ms',
    },
    {
      row: 'P4',
      what: 'one edit saved, its company evaluated again, median',
      ours: edit['medianMs'] ?? Number.NaN,
      unit: 'ms',
      target: '<= 50 ms',
    },
    {
      row: 'P4',
      what: 'the same, 95th percentile',
      ours: edit['slowMs'] ?? Number.NaN,
      unit: 'ms',
      target: '<= 50 ms',
    },
  ];
}
