import type { NamedCommitment } from '../../metrics/commitments.ts';
import { totalOf } from '../../metrics/commitments.ts';
import { atLeast, type Exposure, totalCommitments } from '../../metrics/exposure.ts';
import { type Supplier, suppliersOf } from '../../metrics/suppliers.ts';
import type { EntityFacts } from '../../model/ledger-view.ts';
import { exactly, type Interval } from '../../quantities/interval.ts';
import { dealEntryInput } from '../event-evidence.ts';
import { choiceInputs, dealInputs, uncountedInputs } from '../evidence.ts';
import type { FlagInput } from '../flag.ts';
import { commitmentTags, totalTags, unknownNote } from '../outcome.ts';
import { tagsWhere } from '../tags.ts';
import { of } from './dimension.ts';
import { found, type Ground, missing, type NamedAmount } from './named-amount.ts';
import type { Word } from './word.ts';
import { money, plainWord } from './word.ts';

/** What the company has promised to pay. */
export const commitmentWords: readonly Word[] = [
  money('commitments', 'Total commitments', {
    what: 'What the company has promised to pay: the total that a source states, otherwise the sum of its deals.',
    read: total,
  }),
  money('named_commitments', 'Commitments of named deals', {
    what: 'The sum of the deals on file in which the company pays; a floor while the amount of any is unknown.',
    read: (ground) =>
      sumWhere(ground, () => true, 'a deal with a disclosed amount in which the company pays'),
  }),
  money('binding_commitments', 'Binding commitments', {
    what: 'The same without letters of intent.',
    read: (ground) =>
      sumWhere(ground, ({ isBinding }) => isBinding, 'a binding deal with a disclosed amount'),
  }),
  money('largest_counterparty', 'Commitments to the largest counterparty', {
    what: 'The largest amount promised to one name, connected companies taken as one.',
    read: largest,
  }),
  money('commitments_with', 'Commitments with one counterparty', {
    argument: 'a company on file',
    example: 'commitments_with("Microsoft")',
    what: 'What is promised to one company and to those that count as it, in deals that name only it.',
    read: withOne,
  }),
  plainWord('deals', 'Deals', {
    dimension: of('count'),
    what: 'How many deals on file oblige the company to pay.',
    read: (ground) => countOf(ground, () => true),
  }),
  plainWord('deals_without_amount', 'Deals without an amount', {
    dimension: of('count'),
    what: 'How many of these disclose no amount in the currency of the company.',
    read: (ground) => countOf(ground, ({ amount }) => amount === null),
  }),
  plainWord('deals_not_binding', 'Deals that are not binding', {
    dimension: of('count'),
    what: 'How many of these are letters of intent.',
    read: (ground) => countOf(ground, ({ isBinding }) => !isBinding),
  }),
  plainWord('counterparties', 'Counterparties', {
    dimension: of('count'),
    what: 'How many companies are to be paid, connected ones taken as one.',
    read: counterparties,
  }),
];

function total(ground: Ground): NamedAmount {
  const exposure = ground.exposure();
  const amount = totalCommitments(exposure);
  const { stated, commitments, currency } = exposure;
  if (amount === null)
    return missing(
      'stated total of commitments, or a deal with a disclosed amount',
      uncountedInputs(commitments),
    );
  return found(amount, currency, totalInputs(ground, exposure), {
    firm: firmTotal(exposure, amount),
    tags: totalTags(exposure),
    notes: stated === null ? unknownNote(commitments) : [],
  });
}

function firmTotal({ stated, commitments }: Exposure, amount: Interval): Interval | null {
  if (stated !== null) return stated.kind === 'rumoured' ? null : amount;
  const binding = commitments.named.filter(({ isBinding }) => isBinding);
  if (binding.length === commitments.named.length) return amount;
  return firmSum(binding);
}

/** Nothing binding is nothing promised, which may be the worse end, as below the line. */
function firmSum(binding: readonly NamedCommitment[]): Interval {
  return binding.length === 0 ? exactly(0) : totalOf(binding);
}

function totalInputs({ study }: Ground, { stated, commitments }: Exposure): readonly FlagInput[] {
  if (stated === null) return [...dealInputs(commitments.named), ...uncountedInputs(commitments)];
  return choiceInputs(stated.choice, {
    role: 'commitments',
    name: `${study.subject.name}: total commitments`,
  });
}

function sumWhere(ground: Ground, fits: (one: NamedCommitment) => boolean, what: string): NamedAmount {
  const { commitments, currency } = ground.exposure();
  const named = commitments.named.filter(fits);
  if (named.length === 0) return missing(what, uncountedInputs(commitments));
  const sum = totalOf(named);
  const binding = named.filter(({ isBinding }) => isBinding);
  return found(
    commitments.unknown.length > 0 ? atLeast(sum) : sum,
    currency,
    [...dealInputs(named), ...uncountedInputs(commitments)],
    {
      firm: firmSum(binding),
      tags: commitmentTags({ ...commitments, named }),
      notes: unknownNote(commitments),
    },
  );
}

/** While the amount of a deal is unknown, somebody may be owed more than the largest on file. */
function largest(ground: Ground): NamedAmount {
  const { commitments, currency } = ground.exposure();
  const { suppliers } = suppliersOf(commitments.named);
  const [first] = suppliers;
  if (first === undefined)
    return missing('a deal with a disclosed amount and a named counterparty', uncountedInputs(commitments));
  const amount = largestOf(suppliers);
  const binding = suppliersOf(commitments.named.filter(({ isBinding }) => isBinding)).suppliers;
  return found(
    commitments.unknown.length > 0 ? { ...amount, hi: null } : amount,
    currency,
    [...dealInputs(first.deals), ...uncountedInputs(commitments)],
    {
      firm: binding.length === 0 ? exactly(0) : largestOf(binding),
      tags: commitmentTags(commitments),
      notes: [`The largest counterparty is ${first.name}.`],
    },
  );
}

function largestOf(suppliers: readonly Supplier[]): Interval {
  const amounts = suppliers.map(({ amount }) => amount);
  const points = amounts.map(({ point }) => point);
  const ends = amounts.map(({ hi }) => hi ?? Number.POSITIVE_INFINITY);
  const highest = Math.max(...ends);
  return {
    lo: Math.max(...amounts.map(({ lo }) => lo)),
    point: points.includes(null) ? null : Math.max(...points.map((point) => point ?? 0)),
    hi: Number.isFinite(highest) ? highest : null,
  };
}

function withOne(ground: Ground, name: string | null): NamedAmount {
  const { commitments, currency } = ground.exposure();
  const party = entityNamed(ground, name ?? '');
  if (party === null) return missing(`an entity named ${name}`);
  const parent = ground.study.index.chainOf(party).at(-1) ?? party;
  const isOnly = ({ counterparties: [only, other] }: Pick<NamedCommitment, 'counterparties'>) =>
    other === undefined && only?.id === parent.id;
  const named = commitments.named.filter(isOnly);
  const unknown = commitments.unknown.filter(({ commitment }) => isOnly(commitment));
  const aside = uncountedInputs({ named: [], unknown, leftOut: [] });
  if (named.length === 0) return missing(`a deal with a disclosed amount that pays ${parent.name}`, aside);
  const sum = totalOf(named);
  const binding = named.filter(({ isBinding }) => isBinding);
  return found(unknown.length > 0 ? atLeast(sum) : sum, currency, [...dealInputs(named), ...aside], {
    firm: firmSum(binding),
    tags: commitmentTags({ named, unknown, leftOut: [] }),
    notes: unknownNote({ named, unknown, leftOut: [] }),
  });
}

/** By name or alias, whatever the letters' case; the first by id where several bear it. */
function entityNamed({ study }: Ground, name: string): EntityFacts | null {
  const wanted = name.trim().toLowerCase();
  return (
    study.index.view.entities.find((entity) =>
      [entity.name, ...(entity.aliases ?? [])].some((known) => known.toLowerCase() === wanted),
    ) ?? null
  );
}

type AnyCommitment = Pick<NamedCommitment, 'deal' | 'isBinding' | 'counterparties'> & {
  readonly amount: Interval | null;
};

function allOf({ commitments }: Exposure): readonly AnyCommitment[] {
  return [...commitments.named, ...commitments.unknown.map(({ commitment }) => commitment)];
}

function countOf(ground: Ground, fits: (one: AnyCommitment) => boolean): NamedAmount {
  const all = allOf(ground.exposure());
  if (all.length === 0) return missing('a deal that obliges the company to pay');
  const fitting = all.filter(fits);
  return found(
    exactly(fitting.length),
    null,
    fitting.map(({ deal }) => countedDeal(deal)),
  );
}

function counterparties(ground: Ground): NamedAmount {
  const all = allOf(ground.exposure());
  if (all.length === 0) return missing('a deal that obliges the company to pay');
  const parties = new Set(all.flatMap((one) => one.counterparties.map(({ id }) => id)));
  return found(
    exactly(parties.size),
    null,
    all.map(({ deal }) => countedDeal(deal)),
    {
      tags: tagsWhere({ 'split-unstated': all.some((one) => one.counterparties.length > 1) }),
    },
  );
}

function countedDeal(deal: AnyCommitment['deal']): FlagInput {
  return dealEntryInput(deal, 'deal counted', { isUsed: true, note: null });
}
