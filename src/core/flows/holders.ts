import { isKnowable } from '../figures/basis.ts';
import { chooseFigure, isKnown, type KnownChoice } from '../figures/choice.ts';
import type { Study } from '../metrics/study.ts';
import type { EntityFacts } from '../model/ledger-view.ts';
import { type DealEdge, dealGraph } from './deal-edges.ts';

/** How far a tie between two companies is shown by what is on file. */
export type Tie =
  /** Parent or child, or a stake of at least 20 %: significant influence is presumed (ASC 323). */
  | 'control'
  /** A stake above 5 % is stated (Regulation S-K item 404). */
  | 'stake'
  /** Money went in, no stake is stated. */
  | 'invested'
  /** Money went in, neither stake nor amount is stated. */
  | 'undisclosed';

export interface RelatedParty {
  readonly party: EntityFacts;
  readonly tie: Tie;
  /** Shareholdings between the two, in either direction, in id order. */
  readonly holdings: readonly DealEdge[];
  /** The largest stake that is stated, per cent. */
  readonly stake: KnownChoice | null;
}

const SIGNIFICANT = 20;
const NOTABLE = 5;

/** Parties that hold shares of the subject or whose shares it holds; what is only talked about is no holding. */
export function relatedParties(study: Study): readonly RelatedParty[] {
  const graph = dealGraph(study.index);
  const subject = graph.partyOf(study.subject);
  const isHolding = ({ deal, isBinding }: DealEdge) => deal.kind === 'equity-investment' && isBinding;
  const edges = [...graph.into(subject.id), ...graph.outOf(subject.id)].filter(isHolding);
  const other = ({ payer, payee }: DealEdge) => (payer.id === subject.id ? payee : payer);
  const parties = new Map<string, EntityFacts>([
    ...edges.map((edge): [string, EntityFacts] => [other(edge).id, other(edge)]),
    ...kinOf(subject, study).map((kin): [string, EntityFacts] => [kin.id, kin]),
  ]);
  return [...parties.values()].flatMap((party) => {
    const holdings = edges.filter((edge) => other(edge).id === party.id);
    const stake = largestStake(holdings, study);
    const tie = isKin(party, subject) ? 'control' : tieOf(holdings, stake, study);
    return tie === null ? [] : [{ party, tie, holdings, stake }];
  });
}

/** A stated stake of 5 % or less is a passive holding and ties nobody. */
function tieOf(holdings: readonly DealEdge[], stake: KnownChoice | null, study: Study): Tie | null {
  const percent = stake?.amount.point ?? null;
  if (percent !== null) {
    if (percent >= SIGNIFICANT) return 'control';
    return percent > NOTABLE ? 'stake' : null;
  }
  return holdings.some((edge) => hasAmount(edge, study)) ? 'invested' : 'undisclosed';
}

function hasAmount({ deal }: DealEdge, { index }: Study): boolean {
  return deal.amounts.some(
    (figure) =>
      figure.metric === 'deal-headline' && figure.lo !== null && isKnowable(figure, index.view.asOf),
  );
}

function largestStake(holdings: readonly DealEdge[], { index, policy }: Study): KnownChoice | null {
  const stakes = holdings.flatMap(({ deal }) => {
    const versions = deal.amounts.filter(
      (figure) =>
        figure.metric === 'deal-stake' && figure.unit === 'percent' && isKnowable(figure, index.view.asOf),
    );
    const choice = chooseFigure(versions, policy);
    return isKnown(choice) ? [choice] : [];
  });
  const [largest] = stakes.toSorted((a, b) => (b.amount.point ?? 0) - (a.amount.point ?? 0));
  return largest ?? null;
}

/** Parents and children that are not counted as one company with the subject. */
function kinOf(subject: EntityFacts, { index }: Study): readonly EntityFacts[] {
  const parent = subject.parentId === null ? undefined : index.entities.get(subject.parentId);
  const partners = [...dealGraph(index).outOf(subject.id)].map(({ payee }) => payee);
  return [...(parent === undefined ? [] : [parent]), ...partners.filter((one) => isKin(one, subject))];
}

function isKin(one: EntityFacts, other: EntityFacts): boolean {
  return one.parentId === other.id || other.parentId === one.id;
}
