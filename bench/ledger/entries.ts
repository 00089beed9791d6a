import { type Added, add, dayWithin, type Ids, idAt, listOf, numbered, publicationDay } from './made-up.ts';
import { type Seeded, seeded } from './seeded.ts';

/**
 * Entries of a made-up ledger of `rows` rows: companies that buy from and fund each other, with versions of figures,
 * passages and quotes. The same seed gives the same entries.
 */

interface Shape {
  readonly companies: number;
  readonly sources: number;
  readonly passages: number;
  readonly deals: number;
  readonly companyFigures: number;
  readonly quotes: number;
}

/** Writes a stage of additions and answers with their ids, in order. */
export type Writer = (stage: string, additions: readonly Added[]) => Promise<Ids>;

/** How `rows` rows divide: each deal brings its two parties and its amount. */
export function shapeOf(rows: number): Shape {
  const part = (share: number): number => Math.max(1, Math.round(rows * share));
  const shape = {
    companies: part(0.02),
    sources: part(0.005),
    passages: part(0.05),
    deals: part(0.15),
    quotes: part(0.02),
  };
  const rest = rows - shape.companies - shape.sources - shape.passages - 4 * shape.deals - shape.quotes;
  return { ...shape, companyFigures: Math.max(0, rest) };
}

export async function fillLedger(shape: Shape, seed: number, write: Writer): Promise<void> {
  const random = seeded(seed);
  const companies = await write(
    'companies',
    listOf(shape.companies, (at) => company(random, at)),
  );
  const sources = await write(
    'sources',
    listOf(shape.sources, (at) => source(random, at)),
  );
  const passageSources = listOf(shape.passages, () => random.below(sources.length));
  const passages = await write(
    'passages',
    passageSources.map((from, at) => passage(random, idAt(sources, from), at)),
  );
  const cited = (): Cited => {
    const at = random.below(passages.length);
    return { sourceId: idAt(sources, passageSources[at] ?? 0), passageId: idAt(passages, at) };
  };
  const deals = await write(
    'deals',
    listOf(shape.deals, (at) => deal(random, cited(), at)),
  );
  await write(
    'parties and amounts of deals',
    deals.flatMap((id, at) => partsOf(random, { id, at, companies, ...cited() })),
  );
  await write(
    'figures',
    listOf(shape.companyFigures, (at) => figure(random, idAt(companies, at % companies.length), cited(), at)),
  );
  await write(
    'quotes',
    listOf(shape.quotes, (at) => quote(random, companies, cited(), at)),
  );
}

interface Cited {
  readonly sourceId: string;
  readonly passageId: string;
}

const SECTORS = ['Software', 'Semiconductors', 'Utilities', 'Data centres', 'Retail', 'Pharma'] as const;
const KINDS = ['cloud-compute', 'chip-supply', 'services', 'lease', 'offtake', 'equity-investment'] as const;
const STATUSES = ['in-talks', 'announced', 'signed', 'active', 'completed'] as const;
const METRICS = [
  'revenue',
  'net-loss',
  'operating-expense',
  'total-commitments',
  'valuation',
  'cash',
] as const;
const QUALIFIERS = ['exact', 'approx', 'over'] as const;
const CURRENCIES = ['USD', 'USD', 'USD', 'EUR', 'GBP'] as const;
const WORDS = [
  'capacity',
  'will',
  'buy',
  'over',
  'seven',
  'years',
  'from',
  'the',
  'supplier',
  'under',
  'agreement',
] as const;

function company(random: Seeded, at: number): Added {
  const underReview = at < 20 ? 1 : 0;
  return add('entity', {
    name: `Company ${numbered(at)}`,
    kind: 'company',
    underReview,
    sector: random.pick(SECTORS),
  });
}

function source(random: Seeded, at: number): Added {
  const reliability = random.pick(['A', 'B', 'C', 'C', 'D']);
  const publishedOn = publicationDay(random, 2026);
  return add('source', {
    title: `Report ${numbered(at)}`,
    publisher: `Publisher ${at % 40}`,
    kind: 'press',
    reliability,
    publishedOn,
  });
}

function passage(random: Seeded, sourceId: string, at: number): Added {
  return add('passage', { sourceId, words: `${sentence(random, 24)} (${numbered(at)})` });
}

function deal(random: Seeded, cited: Cited, at: number): Added {
  const tenor = 1 + random.below(10);
  return add('deal', {
    name: `Agreement ${numbered(at)} on ${random.pick(WORDS)}`,
    kind: random.pick(KINDS),
    status: random.pick(STATUSES),
    announcedOn: dayWithin(random, 2019, 7),
    tenorYearsLo: tenor,
    tenorYearsHi: tenor,
    terms: sentence(random, 10),
    ...cited,
  });
}

function partsOf(
  random: Seeded,
  {
    id,
    at,
    companies,
    sourceId,
    passageId,
  }: Cited & { readonly id: string; readonly at: number; readonly companies: Ids },
): readonly Added[] {
  const payer = random.below(companies.length);
  const payee = (payer + 1 + random.below(companies.length - 1)) % companies.length;
  const amount = amountFields(random, at);
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

function figure(random: Seeded, entityId: string, cited: Cited, at: number): Added {
  const year = 2019 + random.below(7);
  return add('figure', {
    entityId,
    metric: random.pick(METRICS),
    ...amountFields(random, at),
    basis: 'fiscal-year',
    status: 'reported',
    periodStart: `${year}-01-01`,
    periodEnd: `${year + 1}-01-01`,
    periodLabel: `${year}`,
    credibility: 1 + random.below(5),
    ...cited,
  });
}

function quote(random: Seeded, companies: Ids, { sourceId, passageId }: Cited, at: number): Added {
  return add('quote', {
    speakerId: idAt(companies, random.below(companies.length)),
    aboutId: idAt(companies, random.below(companies.length)),
    words: `${sentence(random, 16)} (${numbered(at)})`,
    isVerbatim: 1,
    stance: random.below(3) - 1,
    sourceId,
    passageId,
  });
}

/** Cents end in the entry's number, so that no two amounts are the same claim. */
function amountFields(random: Seeded, at: number): Added['fields'] {
  const qualifier = random.pick(QUALIFIERS);
  const point = (1 + random.below(50_000)) * 100_000_000 + (at % 100_000_000);
  const margin = qualifier === 'approx' ? Math.round(point * 0.05) : 0;
  return {
    qualifier,
    unit: random.pick(CURRENCIES),
    lo: point - margin,
    point,
    hi: qualifier === 'over' ? null : point + margin,
  };
}

function sentence(random: Seeded, words: number): string {
  return listOf(words, () => random.pick(WORDS)).join(' ');
}
