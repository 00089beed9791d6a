import { basisGroupOf, isKnowable } from '#core/figures/basis.ts';
import { chooseFigure } from '#core/figures/choice.ts';
import { isKnowableAt, isKnownAt } from '#core/figures/eligible.ts';
import { analystsPick } from '#core/figures/picks.ts';
import { latest, mostReliable, rangeHull } from '#core/figures/policy.ts';
import type { FigureFacts } from '#core/model/ledger-view.ts';
import { reopenReason } from '#core/signals/disposition.ts';
import type { Band } from '#core/signals/flag.ts';
import { pickRow } from '../../core/figures/pick-rows.ts';
import { figureRow, sourceRow, viewOf } from '../../core/view-rows.ts';
import type { Measured } from './tree.ts';

const BN = 1e9;
const POLICIES = { latest, 'most-reliable': mostReliable, hull: rangeHull } as const;

interface FigureRow {
  readonly id: string;
  readonly v: readonly [number, number];
  readonly basis: string;
  readonly periodEnd: string;
  readonly published: string;
  readonly recorded: string;
  readonly retracted: string | null;
  readonly rel: FigureFacts['source']['reliability'];
  readonly cred: number;
  readonly primary: boolean;
}

interface Query {
  readonly asOf: string;
  readonly knownAt: string;
  readonly mode: 'known' | 'knowable';
  readonly policy: keyof typeof POLICIES | 'pick';
}

function rowOf(row: FigureRow, at: number): FigureFacts {
  return figureRow({
    id: row.id,
    about: 'ent_x',
    metric: 'revenue',
    source: sourceRow('src', row.rel, row.published),
    amount: row.v[0] * BN,
    high: row.v[1] * BN,
    qualifier: 'range',
    basis: row.basis === 'annual-actual' ? 'fiscal-year' : 'run-rate',
    extra: {
      periodEnd: row.periodEnd,
      credibility: row.cred,
      isPrimary: row.primary ? 1 : 0,
      recordedSeq: at,
    },
  });
}

const selections: Measured = ({ figures, picks, basis, queries }) => {
  const rows = (figures as readonly FigureRow[]).map((row, at) => ({ row, figure: rowOf(row, at + 1) }));
  return (queries as readonly Query[]).map(({ asOf, knownAt, mode, policy: wanted }) => {
    const inView = rows.filter(({ row }) =>
      mode === 'known'
        ? isKnownAt({ recordedAt: row.recorded, retractedAt: row.retracted }, knownAt)
        : isKnowableAt(row.published, { recordedAt: row.recorded }, knownAt),
    );
    const known = (picks as readonly { id: string; figure: string; recorded: string }[])
      .filter(({ recorded }) => isKnownAt({ recordedAt: recorded, retractedAt: null }, knownAt))
      .flatMap(({ id, figure: of, recorded }, at) =>
        rows
          .filter(({ row }) => row.id === of)
          .map(({ figure }) => pickRow({ id, figure, recordedAt: recorded, recordedSeq: 10 + at })),
      );
    const view = viewOf({ asOf, knownAt, figures: inView.map(({ figure }) => figure), picks: known });
    const pick = analystsPick(view);
    const versions = view.figures.filter(
      (figure) => isKnowable(figure, asOf) && basisGroupOf(figure, asOf) === basis,
    );
    const choice = chooseFigure(versions, wanted === 'pick' ? pick : POLICIES[wanted]);
    if (choice === null) return { id: null, state: 'insufficient-data' };
    const [first] = choice.figures;
    if (wanted !== 'hull') return { id: first?.id, state: wanted === 'pick' ? pick.stateOf(versions) : 'ok' };
    const { lo, point, hi } = choice.amount ?? { lo: Number.NaN, point: null, hi: null };
    return {
      lo: lo / BN,
      point: (point ?? Number.NaN) / BN,
      hi: (hi ?? Number.NaN) / BN,
      ids: choice.figures.map(({ id }) => id),
    };
  });
};

interface Decision {
  readonly expires: string;
  readonly today: string;
  readonly sevThen: Exclude<Band, 'clear'>;
  readonly sevNow: Band;
  readonly fpThen: string;
  readonly fpNow: string;
}

const reopening: Measured = ({ cases }) =>
  (cases as readonly Decision[]).map(({ expires, today, sevThen, sevNow, fpThen, fpNow }) =>
    reopenReason({
      expires,
      today,
      severityThen: sevThen,
      severityNow: sevNow,
      fingerprintThen: fpThen,
      fingerprintNow: fpNow,
    }),
  );

export const judgements: Readonly<Record<string, Measured>> = { TV30: selections, TV32: reopening };
