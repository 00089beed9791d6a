import { amountOf } from '../figures/amount.ts';
import type {
  DealFacts,
  FigureFacts,
  KeyDateFacts,
  QuoteFacts,
  ReactionFacts,
  SourceFacts,
} from '../model/ledger-view.ts';
import { dayAfter } from '../quantities/day.ts';
import { windowInWords } from './day-words.ts';
import type { Place } from './evidence.ts';
import type { FlagInput } from './flag.ts';

/** Inputs that are not amounts: what was said, moved or dated, with the words that carry it. */
interface Entry {
  readonly id: string;
  readonly source: SourceFacts;
  readonly passageId: string | null;
  readonly quote: string | null;
}

export interface Use {
  readonly isUsed: boolean;
  readonly note: string | null;
}

export function keyDateInput(date: KeyDateFacts, role: string, use: Use): FlagInput {
  const { name, status, fromOn, untilOn } = date;
  return { ...bare('key-date', date), role, name, status, period: windowInWords(fromOn, untilOn), ...use };
}

export function quoteInput(quote: QuoteFacts, role: string, use: Use): FlagInput {
  const entry = { ...quote, quote: quote.words };
  const status = quote.isVerbatim === 1 ? 'verbatim' : 'paraphrase';
  return { ...bare('quote', entry), role, name: quote.speaker.name, status, period: quote.saidOn, ...use };
}

export function reactionInput(reaction: ReactionFacts, name: string, use: Use): FlagInput {
  const { direction, move, observedOn } = reaction;
  const status = move === 'unstated' ? direction : `${direction}, ${move.replaceAll('-', ' ')}`;
  return { ...bare('reaction', reaction), role: 'reported move', name, status, period: observedOn, ...use };
}

export function dealEntryInput(deal: DealFacts, role: string, use: Use): FlagInput {
  return { ...bare('deal', deal), role, name: deal.name, status: deal.status, ...use };
}

/** One version of a figure as it stands, beside others that say the same or something else. */
export function claimInput(figure: FigureFacts, place: Place, versions: number, use: Use): FlagInput {
  return {
    ...bare('figure', figure),
    ...place,
    value: amountOf(figure),
    unit: figure.unit,
    credibility: figure.credibility,
    basis: figure.basis,
    status: figure.status,
    period: figure.periodLabel ?? windowWords(figure.periodStart, figure.periodEnd),
    versions,
    ...use,
  };
}

/** `2025-10-29`, `2025-10-01 to before 2025-11-01`, `before 2027-01-01`, `from 2027-01-01`; null without a day. */
export function windowWords(fromOn: string | null, untilOn: string | null): string | null {
  if (fromOn === null) return untilOn === null ? null : `before ${untilOn}`;
  if (untilOn === dayAfter(fromOn)) return fromOn;
  return untilOn === null ? `from ${fromOn}` : `${fromOn} to before ${untilOn}`;
}

function bare(
  kind: FlagInput['kind'],
  { id, source, passageId, quote }: Entry,
): Omit<FlagInput, 'role' | 'name' | 'status'> {
  return {
    kind,
    id,
    value: null,
    unit: '',
    sourceId: source.id,
    source: source.title,
    reliability: source.reliability,
    credibility: null,
    basis: null,
    period: null,
    passageId,
    quote,
    versions: 1,
    isUsed: true,
    note: null,
  };
}
