import { amountOf } from '../figures/amount.ts';
import { basisGroupOf } from '../figures/basis.ts';
import { exposureOf, totalCommitments } from '../metrics/exposure.ts';
import { lossAndRevenue, signedRatio } from '../metrics/net-loss.ts';
import { comparableRevenues, isPresent } from '../metrics/revenue.ts';
import type { Study } from '../metrics/study.ts';
import type { FigureFacts } from '../model/ledger-view.ts';
import { divide, exactly, headlineOf, type Quotient, scaleBy } from '../quantities/interval.ts';
import { bandOf } from './bands.ts';
import type { Reading, SignalDefinition } from './definition.ts';
import { claimInput } from './event-evidence.ts';
import { type Flag, SEVERITIES } from './flag.ts';
import { insufficient, notApplicable } from './outcome.ts';
import { amountWords, countWords, measureWords, plain } from './words.ts';

export const basisMismatch: SignalDefinition = {
  id: 'basis-mismatch',
  name: 'Metric basis mismatch',
  question: 'Does a result depend on which of several unlike figures stands in it?',
  pillar: 'evidence',
  family: 'evidence',
  formula: 'number of severities that a ratio spans when it is recomputed on each basis on file',
  method:
    'Like with like only: trailing, fiscal year, run rate and forecast, and accrual and cash, are not one measure. CFA standard V(B), fact against opinion.',
  falsePositives: ['A run rate may be the only current figure of a fast grower.'],
  measures: [
    {
      id: null,
      name: 'Severities spanned by unlike bases',
      unit: 'score',
      isLowerWorse: false,
      defaults: { watch: -0.5, warn: 0.5, critical: 1.5 },
      why: 'A mismatch that changes no severity is watch, one step is warn, two or more are critical.',
    },
  ],
  readsFlags: true,
  evaluate,
};

/** The same ratio on a figure of another basis. */
interface Rebased {
  readonly figure: FigureFacts;
  readonly quotient: Quotient;
  readonly label: string;
}

function evaluate(study: Study, flags: readonly Flag[]): readonly Reading[] {
  const ratios = flags.filter(({ scope, value }) => scope.kind === 'total' && value !== null);
  if (ratios.length === 0) return [insufficient(null, ['a ratio that can be computed'])];
  const rebased = ratios.flatMap((flag) => {
    const others = onOtherBases(flag, study);
    return others.length === 0 ? [] : [readingOf(flag, others)];
  });
  const done = new Set(rebased.map(({ scope }) => (scope.kind === 'total' ? '' : scope.id)));
  const mixed = ratios.filter((flag) => flag.tags.includes('basis-mismatch') && !done.has(keyOf(flag)));
  const readings = [...rebased, ...mixed.map(mixedReading)];
  return readings.length === 0
    ? [notApplicable(null, 'no computed ratio has figures of unlike bases on file')]
    : readings;
}

function onOtherBases(flag: Flag, study: Study): readonly Rebased[] {
  if (flag.signal === 'commitment-to-revenue') return onOtherRevenues(study);
  return flag.signal === 'loss-to-revenue' ? onOtherBooks(study) : [];
}

function onOtherRevenues(study: Study): readonly Rebased[] {
  const exposure = exposureOf(study);
  const total = totalCommitments(exposure);
  const { revenue } = exposure;
  if (revenue === null || total === null) return [];
  const { asOf } = study.index.view;
  const groups = new Set(revenue.choice.figures.map((figure) => basisGroupOf(figure, asOf)));
  return comparableRevenues(study, revenue.choice.unit)
    .filter((figure) => isPresent(figure, asOf) && !groups.has(basisGroupOf(figure, asOf)))
    .flatMap((figure) => {
      const amount = amountOf(figure);
      return amount === null ? [] : [{ figure, quotient: divide(total, amount), label: plain(figure.basis) }];
    });
}

/** Losses of the same period from other books than the one that counts. */
function onOtherBooks(study: Study): readonly Rebased[] {
  const { found } = lossAndRevenue(study);
  if (found === null) return [];
  const { loss, revenue, pairing } = found;
  const books = new Set(loss.figures.map(({ accounting }) => accounting));
  const yearly = pairing === 'derived' ? scaleBy(revenue.amount, 1 / 4) : revenue.amount;
  return loss.versions
    .filter(({ accounting }) => accounting !== null && !books.has(accounting))
    .flatMap((figure) => {
      const amount = amountOf(figure);
      return amount === null
        ? []
        : [{ figure, quotient: signedRatio(amount, yearly), label: `${figure.accounting} books` }];
    });
}

function readingOf(flag: Flag, others: readonly Rebased[]): Reading {
  const results = [
    { label: 'as it stands', measured: flag.value },
    ...others.map(({ quotient, label }) => ({
      label,
      measured: quotient.state === 'ok' ? quotient.ratio : null,
    })),
  ];
  const banded = results.flatMap(({ label, measured }) =>
    measured === null
      ? []
      : [
          {
            text: `${label} ${measureWords(measured, flag.unit)}`,
            band: bandOf(headlineOf(measured), flag.thresholds, false),
          },
        ],
  );
  const ranks = banded.map(({ band }) => SEVERITIES.indexOf(band));
  const spanned = Math.max(...ranks) - Math.min(...ranks);
  return {
    ...about(flag),
    outcome: { state: 'ok', measured: exactly(spanned) },
    workings: `${banded.map(({ text, band }) => `${text}: ${band}`).join('; ')}; ${spanned} apart`,
    inputs: () => [
      ...flag.inputs.filter(({ isUsed }) => isUsed),
      ...others.map(({ figure, label }) =>
        claimInput(figure, { role: label, name: flag.name }, 1, {
          isUsed: true,
          note: 'Stands on another basis.',
        }),
      ),
    ],
    notes: [
      spanned === 0
        ? 'The severity is the same on every basis on file.'
        : `The severity moves by ${countWords(spanned, 'step')} with the basis.`,
      ...others.map(
        ({ figure, label }) =>
          `${amountWords(amountOf(figure) ?? exactly(0), figure.unit)} is ${label}, ${plain(figure.status)}.`,
      ),
    ],
  };
}

/** A ratio whose two sides differ, with nothing on file to set them right. */
function mixedReading(flag: Flag): Reading {
  return {
    ...about(flag),
    outcome: { state: 'ruled', severity: 'watch', measured: null },
    workings: flag.workings,
    inputs: () => flag.inputs.filter(({ isUsed }) => isUsed),
    tags: ['unquantified'],
    notes: [
      'The two sides of the ratio are not measured alike, and no like pair is on file to recompute it on.',
    ],
  };
}

function about(flag: Flag): Pick<Reading, 'measure' | 'scope' | 'others' | 'tags' | 'nonBinding'> {
  return {
    measure: null,
    scope: { kind: 'about', id: keyOf(flag), name: flag.name },
    others: [],
    tags: [],
    nonBinding: null,
  };
}

function keyOf({ signal, measure }: Flag): string {
  return measure === null ? signal : `${signal}/${measure}`;
}
