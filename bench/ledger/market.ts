import type { Writer } from './entries.ts';
import { type Added, add, dayWithin, type Ids, idAt, listOf, numbered, publicationDay } from './made-up.ts';
import { type Seeded, seeded } from './seeded.ts';

/**
 * Entries of a made-up market of `companies` companies with ten deals and thirty figures each: supply chains between
 * neighbours, a few hubs that many pay, groups with brands, and suppliers that fund their customers, so that money
 * goes round. The same seed gives the same entries.
 */
export interface Market {
  readonly companies: number;
  readonly deals: number;
  readonly figures: number;
}

/** A tenth of the figures is that of the deals, which have one amount each. */
export function marketOf(companies: number): Market {
  return { companies, deals: companies * 10, figures: companies * 30 };
}

/** How far along the chain a company buys; wider spans make more loops. */
const SPAN = 150;
const SECTORS = ['Software', 'Semiconductors', 'Utilities', 'Data centres', 'Retail', 'Pharma'] as const;
const PURCHASES = [
  'cloud-compute',
  'chip-supply',
  'supply',
  'services',
  'licensing',
  'lease',
  'offtake',
] as const;
const FUNDING = ['equity-investment', 'equity-investment', 'debt-financing', 'vendor-credit'] as const;
const STATUSES = [
  'signed',
  'active',
  'announced',
  'signed',
  'active',
  'letter-of-intent',
  'in-talks',
] as const;
const CURRENCIES = ['USD', 'USD', 'USD', 'USD', 'EUR'] as const;

export async function fillMarket(market: Market, seed: number, write: Writer): Promise<void> {
  const random = seeded(seed);
  const groups = await write(
    'groups',
    listOf(Math.ceil(market.companies / 20), (at) => company(random, { at, parentId: null })),
  );
  const others = await write(
    'companies',
    listOf(market.companies - groups.length, (at) =>
      company(random, { at: at + groups.length, parentId: at % 20 === 0 ? random.pick(some(groups)) : null }),
    ),
  );
  const companies = [...groups, ...others];
  const sources = await write(
    'sources',
    listOf(Math.ceil(market.companies / 5), (at) => source(random, at)),
  );
  const passageSources = listOf(market.companies, () => random.below(sources.length));
  const passages = await write(
    'passages',
    passageSources.map((from, at) =>
      add('passage', { sourceId: idAt(sources, from), words: `It pays for capacity over years (${at}).` }),
    ),
  );
  const cited = (): Cited => {
    const at = random.below(passages.length);
    return { sourceId: idAt(sources, passageSources[at] ?? 0), passageId: idAt(passages, at) };
  };
  const flows = listOf(market.deals, () => flow(random, companies.length));
  const deals = await write(
    'deals',
    flows.map((one, at) => deal(random, one, cited(), at)),
  );
  await write(
    'parties and amounts of deals',
    deals.flatMap((id, at) => partsOf(random, { id, companies, flow: flowAt(flows, at), ...cited() })),
  );
  await write(
    'figures',
    listOf(market.figures - market.deals, (at) =>
      figure(random, {
        entityId: idAt(companies, at % companies.length),
        company: at % companies.length,
        round: Math.floor(at / companies.length),
        ...cited(),
      }),
    ),
  );
}

interface Cited {
  readonly sourceId: string;
  readonly passageId: string;
}

interface Flow {
  readonly payer: number;
  readonly payee: number;
  readonly isFunding: boolean;
}

/** Of ten thousand deals: a twentieth pays a hub, one pays anybody, one funds a customer, and hubs fund twenty. */
const UNTIL = { hubSells: 500, anybody: 1_000, customerFunded: 1_500, hubFunds: 1_520 } as const;

/** Companies buy from those a little further up the chain; suppliers fund customers, and a few hubs fund some. */
function flow(random: Seeded, companies: number): Flow {
  const payer = random.below(companies);
  const ahead = (payer + 1 + random.below(SPAN)) % companies;
  const anybody = (payer + 1 + random.below(companies - 1)) % companies;
  const hub = random.below(Math.max(3, Math.round(companies / 1_000)));
  const other = hub === payer ? ahead : hub;
  const draw = random.below(10_000);
  if (draw < UNTIL.hubSells) return { payer, payee: other, isFunding: false };
  if (draw < UNTIL.anybody) return { payer, payee: anybody, isFunding: false };
  if (draw < UNTIL.customerFunded) return { payer: ahead, payee: payer, isFunding: true };
  if (draw < UNTIL.hubFunds) return { payer: other, payee: payer, isFunding: true };
  return { payer, payee: ahead, isFunding: false };
}

function company(
  random: Seeded,
  { at, parentId }: { readonly at: number; readonly parentId: string | null },
): Added {
  return add('entity', {
    name: `Company ${numbered(at)}`,
    kind: 'company',
    underReview: at % 500 === 7 ? 1 : 0,
    sector: random.pick(SECTORS),
    parentId,
    rollsUp: parentId === null ? null : 1,
  });
}

function source(random: Seeded, at: number): Added {
  return add('source', {
    title: `Report ${numbered(at)}`,
    publisher: `Publisher ${at % 40}`,
    kind: 'press',
    reliability: random.pick(['A', 'B', 'B', 'C', 'D']),
    publishedOn: publicationDay(random, 2025),
  });
}

function deal(random: Seeded, { isFunding }: Flow, cited: Cited, at: number): Added {
  const tenor = 1 + random.below(10);
  return add('deal', {
    name: `Agreement ${numbered(at)}`,
    kind: isFunding ? random.pick(FUNDING) : random.pick(PURCHASES),
    status: random.pick(STATUSES),
    announcedOn: dayWithin(random, 2021, 4),
    tenorYearsLo: tenor,
    tenorYearsHi: tenor,
    isTakeOrPay: random.below(5) === 0 ? 1 : null,
    ...cited,
  });
}

interface Parts extends Cited {
  readonly id: string;
  readonly companies: Ids;
  readonly flow: Flow;
}

/** One amount in ten is not disclosed. */
function partsOf(
  random: Seeded,
  { id, companies, flow: { payer, payee }, sourceId, passageId }: Parts,
): readonly Added[] {
  const amount =
    random.below(10) === 0 ? UNDISCLOSED : amountFields(random, sizeOf(payer) * (0.02 + 0.3 * random.next()));
  return [
    add('deal-party', { dealId: id, entityId: idAt(companies, payer), role: 'payer' }),
    add('deal-party', { dealId: id, entityId: idAt(companies, payee), role: 'payee' }),
    add('figure', {
      entityId: idAt(companies, payer),
      dealId: id,
      metric: 'deal-headline',
      ...amount,
      basis: 'stock',
      status: 'reported',
      credibility: 1 + random.below(5),
      sourceId,
      passageId,
    }),
  ];
}

/** What each company reports for a year, as a part of its revenue; the first stands in two sources. */
const REPORTED = [
  { metric: 'revenue', basis: 'fiscal-year', part: 1 },
  { metric: 'revenue', basis: 'fiscal-year', part: 1 },
  { metric: 'net-loss', basis: 'fiscal-year', part: 0.1 },
  { metric: 'operating-expense', basis: 'fiscal-year', part: 0.6 },
  { metric: 'cash', basis: 'stock', part: 0.3 },
  { metric: 'valuation', basis: 'stock', part: 5 },
  { metric: 'total-commitments', basis: 'stock', part: 2 },
] as const;

interface Reported extends Cited {
  readonly entityId: string;
  readonly company: number;
  /** How many figures the company has already. */
  readonly round: number;
}

/** One version in ten tells another number. */
function figure(random: Seeded, { entityId, company: at, round, sourceId, passageId }: Reported): Added {
  const { metric, basis, part } = REPORTED[round % REPORTED.length] ?? REPORTED[0];
  const year = 2024 - Math.floor(round / REPORTED.length);
  const told = random.below(10) === 0 ? 1.2 : 1;
  const period = basis === 'stock' ? {} : { periodStart: `${year}-01-01`, periodLabel: `${year}` };
  return add('figure', {
    entityId,
    metric,
    ...amountFields(random, sizeOf(at) * part * told * 0.9 ** (2024 - year)),
    unit: 'USD',
    basis,
    status: 'reported',
    periodEnd: `${year + 1}-01-01`,
    ...period,
    credibility: 1 + random.below(5),
    sourceId,
    passageId,
  });
}

/** Revenue of a company in full dollars: ten million to ten billion, the same whenever it is asked for. */
function sizeOf(company: number): number {
  return 10 ** (7 + 3 * seeded(company).next());
}

const UNDISCLOSED: Added['fields'] = {
  qualifier: 'undisclosed',
  unit: 'USD',
  lo: null,
  point: null,
  hi: null,
};

/** Two digits that count, in cents. */
function amountFields(random: Seeded, full: number): Added['fields'] {
  const qualifier = random.pick(['exact', 'exact', 'approx', 'over']);
  const point = Number(full.toPrecision(2)) * 100;
  const margin = qualifier === 'approx' ? Math.round(point * 0.05) : 0;
  return {
    qualifier,
    unit: random.pick(CURRENCIES),
    lo: point - margin,
    point,
    hi: qualifier === 'over' ? null : point + margin,
  };
}

function some(ids: Ids): [string, ...string[]] {
  const [first, ...rest] = ids;
  if (first === undefined) throw new RangeError('There are no companies.');
  return [first, ...rest];
}

function flowAt(flows: readonly Flow[], at: number): Flow {
  const found = flows[at];
  if (found === undefined) throw new RangeError(`There is no flow ${at}.`);
  return found;
}
