import { type BasisGroup, basisGroupOf } from '../figures/basis.ts';
import { type RestingMatter, restingMatters } from '../metrics/resting-figures.ts';
import type { Study } from '../metrics/study.ts';
import type { Metric } from '../model/figure.ts';
import type { FigureFacts } from '../model/ledger-view.ts';
import { type Day, dayBefore, daysBetween } from '../quantities/day.ts';
import type { Outcome, Reading, SignalDefinition } from './definition.ts';
import { claimInput } from './event-evidence.ts';
import type { Flag } from './flag.ts';
import { insufficient } from './outcome.ts';
import { nameOfMatter, namesOf, restingOn } from './resting.ts';
import { countWords } from './words.ts';

export const staleFigure: SignalDefinition = {
  id: 'stale-figure',
  name: 'Stale figure',
  question: 'How old are the figures that the signals rest on?',
  pillar: 'evidence',
  family: 'evidence',
  formula: 'as-of day - last day of the period of the figure',
  method:
    'Regulation S-X 3-12 on the age of financial statements; publication does not make a figure younger.',
  falsePositives: [
    'No newer period may exist yet.',
    'Terms of contracts and totals of commitments do not age and are left out.',
  ],
  measures: [
    {
      id: null,
      name: 'Age of a figure',
      unit: 'days',
      isLowerWorse: false,
      defaults: { watch: 135, warn: 365, critical: 548 },
      why: 'Statements of a quarter go stale after 135 days; the others are one annual cycle and one and a half.',
    },
  ],
  readsFlags: true,
  evaluate,
};

/** Facts of contracts hold until they end. */
const AGELESS: readonly Metric[] = [
  'total-commitments',
  'commitment-tenor',
  'deal-headline',
  'deal-binding',
  'deal-funded',
  'deal-paid',
  'deal-rate',
];
const FORECASTS: readonly BasisGroup[] = ['guidance', 'projection'];

function evaluate(study: Study, flags: readonly Flag[]): readonly Reading[] {
  const { asOf } = study.index.view;
  const users = restingOn(flags);
  const readings = restingMatters(study, new Set(users.keys())).flatMap((matter) => {
    const figures = matter.used.filter((figure) => canAge(figure, asOf));
    const resting = figures.flatMap(({ id }) => users.get(id) ?? []);
    return figures.length === 0 ? [] : [readingOf({ figures, matter, asOf, users: resting })];
  });
  return readings.length > 0
    ? readings
    : [insufficient(null, ['a figure of a past period on which a computed signal rests'])];
}

function canAge(figure: FigureFacts, asOf: Day): boolean {
  return !AGELESS.includes(figure.metric) && !FORECASTS.includes(basisGroupOf(figure, asOf));
}

/** The figures of one matter on which something rests: one flag, whichever of them is used. */
interface Aged {
  readonly figures: readonly FigureFacts[];
  readonly matter: RestingMatter;
  readonly asOf: Day;
  readonly users: readonly Flag[];
}

function readingOf({ figures, matter, asOf, users }: Aged): Reading {
  const name = nameOfMatter({ about: matter.about, used: figures });
  const ends = figures.flatMap(({ periodEnd }) => periodEnd ?? []).toSorted();
  const [first] = ends;
  const oldest = first === undefined ? null : dayBefore(first);
  return {
    measure: null,
    scope: { kind: 'about', id: matter.id, name },
    outcome: outcomeOf(ends, asOf, name),
    workings: oldest === null ? '' : `${asOf} - ${oldest} = ${countWords(daysBetween(oldest, asOf), 'day')}`,
    inputs: () =>
      figures.map((figure) =>
        claimInput(figure, { role: 'figure', name }, 1, {
          isUsed: figure.periodEnd !== null,
          note:
            figure.periodEnd === null ? 'No day says when its period ends, so its age is not known.' : null,
        }),
      ),
    others: [],
    tags: [],
    notes: [
      `Rests on it: ${namesOf(users)}.`,
      ...(new Set(ends).size > 1 ? ['Several of its figures are used; the oldest decides.'] : []),
    ],
    nonBinding: null,
  };
}

/** `ends`: first days after the periods, the earliest first. */
function outcomeOf(ends: readonly Day[], asOf: Day, name: string): Outcome {
  const ages = ends.map((end) => Math.max(0, daysBetween(dayBefore(end), asOf)));
  const [oldest] = ages;
  const youngest = ages.at(-1);
  if (oldest === undefined || youngest === undefined)
    return { state: 'insufficient-data', missing: [`the day on which the period of ${name} ends`] };
  return { state: 'ok', measured: { lo: youngest, point: oldest, hi: oldest } };
}
