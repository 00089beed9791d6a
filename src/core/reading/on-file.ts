import { isDisjoint } from '../figures/agreement.ts';
import { comparison, DIFFERENCE_WORDS } from '../figures/matters.ts';
import { statedText } from '../figures/stated-text.ts';
import { widenedForAgreement } from '../figures/written-precision.ts';
import type { NounId } from '../model/field.ts';
import type { DealFacts, FigureFacts } from '../model/ledger-view.ts';

/** What the ledger holds already on the matter of a draft. */
export interface OnFile {
  readonly id: string;
  readonly noun: NounId;
  /** In one line, with its amount, period and source. */
  readonly line: string;
  readonly verdict: 'same' | 'agrees' | 'differs' | 'contradicts';
  /** Why, in a sentence. */
  readonly why: string;
}

type Judged = Pick<OnFile, 'verdict' | 'why'>;

const ORDER: Readonly<Record<OnFile['verdict'], number>> = { same: 0, contradicts: 1, agrees: 2, differs: 3 };

/** What says the same first, then what cannot be true beside it. */
export function inOrder(found: readonly OnFile[]): readonly OnFile[] {
  return found.toSorted((a, b) => ORDER[a.verdict] - ORDER[b.verdict]);
}

/** Figures on file of the same metric of the same entity, or of the same deal, compared as the screen of figures does. */
export function figuresOnFile(
  drafted: FigureFacts,
  held: readonly FigureFacts[],
  asOf: string,
): readonly OnFile[] {
  const versions = held.filter(({ metric, id }) => metric === drafted.metric && id !== drafted.id);
  const compare = comparison([...versions, drafted], asOf);
  return versions.map((version) => ({
    id: version.id,
    noun: 'figure',
    line: figureLine(version),
    ...judged(drafted, version, compare),
  }));
}

export function figureLine(figure: FigureFacts): string {
  const period = figure.periodLabel ?? (figure.periodEnd === null ? null : `until ${figure.periodEnd}`);
  return [statedText(figure), period, figure.basis.replaceAll('-', ' '), figure.source.title]
    .filter((part) => part !== null && part !== '')
    .join(', ');
}

function judged(drafted: FigureFacts, version: FigureFacts, compare: ReturnType<typeof comparison>): Judged {
  const difference = compare(drafted, version);
  if (difference !== null && difference !== 'accounting')
    return { verdict: 'differs', why: `Not the same thing: ${DIFFERENCE_WORDS[difference]}.` };
  return amountVerdict(drafted, version);
}

function amountVerdict(drafted: FigureFacts, version: FigureFacts): Judged {
  const [one, other] = [widenedForAgreement(drafted), widenedForAgreement(version)];
  if (one === null || other === null)
    return { verdict: 'agrees', why: 'Nothing to compare: one of the two states no amount.' };
  if (isSameAmount(drafted, version)) return { verdict: 'same', why: 'The same amount.' };
  if (isDisjoint(one, other))
    return {
      verdict: 'contradicts',
      why: `Not both can be true: ${statedText(drafted)} here, ${statedText(version)} there.`,
    };
  return { verdict: 'agrees', why: 'The amounts fit each other as they are worded.' };
}

/** A total on file of the same amount as what a company is said to spend: beside it, a deal would count it twice. */
export function totalsOnFile(amount: FigureFacts, held: readonly FigureFacts[]): readonly OnFile[] {
  const why =
    'The same amount is on file as the total of its commitments: as a deal too it would count twice.';
  return held
    .filter((figure) => figure.metric === 'total-commitments' && isSameAmount(amount, figure))
    .map((figure) => ({ id: figure.id, noun: 'figure', line: figureLine(figure), verdict: 'differs', why }));
}

function isSameAmount(a: FigureFacts, b: FigureFacts): boolean {
  return a.unit === b.unit && a.lo === b.lo && a.point === b.point && a.hi === b.hi;
}

/** A deal as a draft states it; `amount` is null where it states none. */
export interface DraftedDeal {
  readonly kind: string;
  /** Of each party, whoever it counts as: itself and its parents; empty for one that is not on file. */
  readonly parties: readonly (readonly string[])[];
  readonly amount: FigureFacts | null;
}

/** Deals on file between the same parties; `familyOf` gives an entity and its parents. */
export function dealsOnFile(
  drafted: DraftedDeal,
  held: readonly DealFacts[],
  familyOf: (entityId: string) => readonly string[],
): readonly OnFile[] {
  return held.flatMap((deal): OnFile[] => {
    const judged = verdictByParties(drafted, deal, familyOf);
    return judged === null ? [] : [{ id: deal.id, noun: 'deal', line: dealLine(deal), ...judged }];
  });
}

/** Null where too few of the parties are the same. */
function verdictByParties(
  drafted: DraftedDeal,
  deal: DealFacts,
  familyOf: (entityId: string) => readonly string[],
): Judged | null {
  const families = deal.parties.map(({ entity }) => familyOf(entity.id));
  const met = drafted.parties.filter((family) =>
    families.some((other) => other.some((id) => family.includes(id))),
  );
  if (met.length >= 2) return dealVerdict(drafted, deal);
  if (met.length === 0) return null;
  const isOfOneAlone = drafted.parties.length === 1 && deal.parties.length === 1;
  return isOfOneAlone ? ownVerdict(drafted, deal) : twinVerdict(drafted, deal);
}

/** What a company spends by itself: many of these may stand beside each other. */
function ownVerdict(drafted: DraftedDeal, deal: DealFacts): Judged {
  const judged = dealVerdict(drafted, deal);
  return judged.verdict === 'same'
    ? judged
    : { verdict: 'differs', why: 'Of the same company alone, with another amount: perhaps another plan.' };
}

/** The same sum with one party in common may be the same deal, signed under another name. */
function twinVerdict({ amount }: DraftedDeal, deal: DealFacts): Judged | null {
  const isSame = headlines(deal).some((version) => amount?.lo != null && isSameAmount(amount, version));
  if (!isSame) return null;
  const why =
    'The same amount, and one party is the same: perhaps the same deal, the other party under another name.';
  return { verdict: 'differs', why };
}

function dealLine(deal: DealFacts): string {
  const [amount] = headlines(deal);
  const stated = amount === undefined ? 'undisclosed' : statedText(amount);
  return [deal.name, stated, deal.status.replaceAll('-', ' '), deal.source.title].join(', ');
}

function headlines({ amounts }: DealFacts): readonly FigureFacts[] {
  return amounts.filter(({ metric }) => metric === 'deal-headline');
}

/** The same sum between the same parties is the same deal, whatever kind of deal it is called. */
function dealVerdict({ kind, amount }: DraftedDeal, deal: DealFacts): Judged {
  const versions = headlines(deal);
  if (kind !== deal.kind) {
    const other = deal.kind.replaceAll('-', ' ');
    return versions.some((version) => amount !== null && isSameAmount(amount, version))
      ? { verdict: 'same', why: `The same parties and amount, on file as ${other}.` }
      : { verdict: 'differs', why: `Between the same parties, but of another kind: ${other}.` };
  }
  if (amount === null || versions.length === 0)
    return { verdict: 'agrees', why: 'The same parties and kind; no amounts to compare.' };
  const comparable = versions.filter(({ unit }) => unit === amount.unit);
  if (comparable.length === 0)
    return { verdict: 'agrees', why: 'The same parties and kind; the amount is in another currency.' };
  const verdicts = comparable.map((version) => amountVerdict(amount, version));
  return (
    verdicts.find(({ verdict }) => verdict === 'same') ??
    verdicts.find(({ verdict }) => verdict === 'contradicts') ??
    verdicts[0] ?? { verdict: 'agrees', why: 'The same parties and kind.' }
  );
}
