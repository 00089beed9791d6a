import type { DealKind, DealStatus } from '#core/model/deal.ts';
import type { DealFacts, EntityFacts, LedgerView } from '#core/model/ledger-view.ts';
import type { SignalDefinition } from '#core/signals/definition.ts';
import type { Flag } from '#core/signals/flag.ts';
import { runSignals } from '#core/signals/run.ts';
import { dealRow, entityRow, figureRow, sourceRow, viewOf } from '../view-rows.ts';

/** A lab with a supplier that may fund it, for the signals on flows between companies. */
export const lab = entityRow('ent_lab', 'Lab', { sector: 'Models' });
export const cloud = entityRow('ent_cloud', 'Cloud', { sector: 'Clouds' });
export const fund = entityRow('ent_fund', 'Fund');
export const rival = entityRow('ent_rival', 'Rival', { sector: 'Models' });
export const source = sourceRow('src_1', 'C');

interface Money {
  readonly id?: string;
  readonly amount?: number;
  readonly high?: number;
  readonly status?: DealStatus;
  readonly extra?: Partial<DealFacts>;
}

export function pays(
  kind: DealKind,
  from: EntityFacts,
  to: EntityFacts,
  { id = `dea_${kind}_${from.name}_${to.name}`, amount, high, status = 'signed', extra = {} }: Money = {},
): DealFacts {
  return dealRow({
    id,
    name: `${from.name} to ${to.name}: ${kind}`,
    kind,
    status,
    source,
    parties: [
      ['payer', from],
      ['payee', to],
    ],
    amounts: [
      {
        id: `fig_${id}`,
        source,
        ...(amount === undefined ? {} : { amount }),
        ...(high === undefined ? {} : { high, qualifier: 'range' as const }),
      },
    ],
    extra,
  });
}

export const funds = (from: EntityFacts, to: EntityFacts, money: Money = {}) =>
  pays('equity-investment', from, to, money);
export const buys = (from: EntityFacts, to: EntityFacts, money: Money = {}) =>
  pays('cloud-compute', from, to, money);

export function earns(company: EntityFacts, amount: number) {
  return figureRow({
    id: `fig_revenue_${company.name}`,
    about: company.id,
    metric: 'revenue',
    source,
    amount,
    basis: 'fiscal-year',
  });
}

export function flagsOn(
  signal: SignalDefinition,
  rows: Partial<LedgerView>,
  subject: EntityFacts = lab,
): readonly Flag[] {
  const view = viewOf({ entities: [cloud, fund, lab, rival], ...rows });
  return runSignals({ view, subjectIds: [subject.id], sets: [], signals: [signal] });
}

/** The only flag of a measure. Throws where there are none or several. */
export function onlyFlag(flags: readonly Flag[], measure: string | null = null): Flag {
  const [flag, ...more] = flags.filter((one) => one.measure === measure);
  if (flag === undefined || more.length > 0) throw new Error(`${more.length} more flags than one`);
  return flag;
}
