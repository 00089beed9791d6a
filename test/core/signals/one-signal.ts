import type { LedgerView } from '#core/model/ledger-view.ts';
import type { SignalDefinition } from '#core/signals/definition.ts';
import type { Flag } from '#core/signals/flag.ts';
import { runSignals } from '#core/signals/run.ts';
import {
  type DealSpec,
  dealRow,
  entityRow,
  type FigureSpec,
  figureRow,
  sourceRow,
  viewOf,
} from '../view-rows.ts';

/** One signal on a small company, for tests of a single rule. */
export const BN = 1e9;
export const source = sourceRow('src', 'C');
export const buyer = entityRow('ent_buyer', 'Buyer');
export const seller = entityRow('ent_seller', 'Seller');
export const bank = entityRow('ent_bank', 'Bank');

export type Figure = Omit<FigureSpec, 'about' | 'source' | 'id'> & {
  readonly id?: string;
  readonly about?: string;
};

export function figures(...specs: Figure[]): LedgerView['figures'] {
  return specs.map((spec, at) => figureRow({ about: buyer.id, source, id: `fig_${at}`, ...spec }));
}

/** The same figure with its amount kept secret. */
export function undisclosed({ amount: _, high: __, qualifier: ___, ...rest }: Figure): Figure {
  return rest;
}

/** A purchase of the buyer; `amount` in full units, undefined for undisclosed. */
export function purchase(
  id: string,
  amount?: number,
  spec: Partial<DealSpec> = {},
): LedgerView['deals'][number] {
  return dealRow({
    id,
    name: id,
    kind: 'cloud-compute',
    status: 'signed',
    parties: [
      ['payer', buyer],
      ['payee', seller],
    ],
    source,
    amounts: [{ id: `fig_${id}`, source, ...(amount === undefined ? {} : { amount }) }],
    ...spec,
  });
}

/** Money that the bank brings to the buyer. */
export function funding(
  id: string,
  amount: number,
  spec: Partial<DealSpec> = {},
): LedgerView['deals'][number] {
  return purchase(id, amount, {
    kind: 'equity-investment',
    parties: [
      ['payer', bank],
      ['payee', buyer],
    ],
    ...spec,
  });
}

export function flagsOf(signal: SignalDefinition, rows: Partial<LedgerView>): readonly Flag[] {
  const view = viewOf({ entities: [bank, buyer, seller], ...rows });
  return runSignals({ view, subjectIds: [buyer.id], sets: [], signals: [signal] });
}

export function flagOf(signal: SignalDefinition, rows: Partial<LedgerView>, at = 0): Flag {
  const flag = flagsOf(signal, rows)[at];
  if (flag === undefined) throw new Error('No such flag.');
  return flag;
}

export function alternativeOf(flag: Flag, label: string): Flag['alternatives'][number] {
  const found = flag.alternatives.find((one) => one.label.startsWith(label));
  if (found === undefined)
    throw new Error(`No alternative ${label} among ${flag.alternatives.map((one) => one.label)}.`);
  return found;
}
