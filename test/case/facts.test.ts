import { describe, expect, it } from 'vitest';
import { amountText } from '#core/quantities/amount-text.ts';
import type { UnitId } from '#core/quantities/unit.ts';
import { sampleBatches, sampleCase } from '#main/intake/sample-case.ts';
import { type LaidEntry, laid } from './laid-ledger.ts';

/** The reference case, fact by fact, as the ledger must hold it. Sources are called by their document number. */
const entries = laid(sampleBatches());
const byId = new Map(entries.map((entry) => [entry.id, entry]));
const documents = new Map(sampleCase().sources.documents.map(({ title, key }) => [title, key]));

function of(noun: LaidEntry['noun']): readonly LaidEntry[] {
  return entries.filter((entry) => entry.noun === noun);
}

/** Entries are laid document by document. */
const inTurn =
  (at: number) =>
  (a: readonly unknown[], b: readonly unknown[]): number =>
    String(a[at]).localeCompare(String(b[at]));

function nameOf(id: unknown): string {
  const { fields } = byId.get(String(id)) ?? {};
  const name = String(fields?.name ?? fields?.title ?? '');
  return documents.get(name) ?? name;
}

/** Such as `at-least USD 10bn (002)`. */
function statedIn({ fields }: LaidEntry): string {
  return `${amountsIn(fields)} (${nameOf(fields.sourceId)})`;
}

function amountsIn({ qualifier, unit, lo, point, hi }: LaidEntry['fields']): string {
  const written = (stored: unknown) => amountText(Number(stored), unit as UnitId);
  if (point === null || point === undefined) return `undisclosed ${String(unit)}`;
  const amount = qualifier === 'range' ? `${written(lo)} to ${written(hi)}` : written(point);
  return qualifier === 'exact' ? amount : `${String(qualifier)} ${amount}`;
}

function amountsOf(deal: string, metric: string): readonly string[] {
  return of('figure')
    .filter(({ fields }) => nameOf(fields.dealId) === deal && fields.metric === metric)
    .map(statedIn)
    .sort();
}

describe('entities of the case', () => {
  const entityNames = of('entity').map(({ fields }) => fields.name);

  it.each([
    'OpenAI',
    'Amazon',
    'AWS',
    'Microsoft',
    'Azure',
    'Oracle',
    'CoreWeave',
    'Google',
    'Google Cloud',
    'Nvidia',
    'AMD',
    'Broadcom',
    'SoftBank',
    'Stargate',
    'Anthropic',
    'Meta',
    'TSMC',
    'xAI',
    'Mistral',
    'Cohere',
    'Sam Altman',
    'Sarah Friar',
    'Matt Garman',
    'Mamta Valechha',
    'Kim Forrest',
    'Danni Hewson',
    'Roman Stanek',
    'Charles Fitzgerald',
    'Anshel Sag',
    'Jamie Dimon',
    'Bank of England',
    'IMF',
    'The Wall Street Journal',
    'The Information',
    'Fortune',
  ])('%s', (name) => expect(entityNames).toContain(name));

  it('has OpenAI alone under review', () => {
    const underReview = of('entity').filter(({ fields }) => fields.underReview === 1);
    expect(underReview.map(({ fields }) => fields.name)).toEqual(['OpenAI']);
  });

  it('rolls parts up to their listed parents', () => {
    const rolled = of('entity').filter(({ fields }) => fields.rollsUp === 1);
    expect(rolled.map(({ fields }) => `${String(fields.name)} -> ${nameOf(fields.parentId)}`)).toEqual([
      'AWS -> Amazon',
      'Azure -> Microsoft',
      'Google Cloud -> Google',
    ]);
  });
});

describe('sources of the case', () => {
  it('grades the five documents', () => {
    const grades = of('source').map(({ fields }) => [
      documents.get(String(fields.title)),
      fields.reliability,
    ]);
    expect(grades.filter(([name]) => name !== undefined).toSorted(inTurn(0))).toEqual([
      ['000', 'C'],
      ['001', 'D'],
      ['002', 'D'],
      ['003', 'C'],
      ['004', 'E'],
    ]);
  });

  it('traces 001 to Ars Technica, and 002 through Fortune to The Information', () => {
    const publisher = (id: unknown) => byId.get(String(id))?.fields.publisher ?? nameOf(id);
    const chain = of('citation').map(
      ({ fields }) => `${publisher(fields.sourceId)} <- ${publisher(fields.citesId)}`,
    );
    expect(chain).toEqual(['001 <- Ars Technica', '002 <- Fortune', 'Fortune <- The Information']);
  });
});

interface DealFact {
  readonly deal: string;
  readonly kind: string;
  readonly status: string;
  readonly parties: readonly string[];
  readonly amounts: readonly string[];
}

const DEALS: readonly DealFact[] = [
  {
    deal: 'OpenAI buys cloud compute from AWS',
    kind: 'cloud-compute',
    status: 'signed',
    parties: ['OpenAI (payer)', 'AWS (payee)'],
    amounts: [
      'GBP 29bn (003)',
      'USD 38bn (000)',
      'USD 38bn (001)',
      'USD 38bn (002)',
      'USD 38bn (003)',
      'USD 38bn (004)',
    ],
  },
  {
    deal: 'OpenAI buys cloud compute from Oracle',
    kind: 'cloud-compute',
    status: 'signed',
    parties: ['OpenAI (payer)', 'Oracle (payee)'],
    amounts: ['USD 300bn (000)', 'USD 300bn (001)', 'USD 300bn (003)', 'USD 300bn (004)'],
  },
  {
    deal: 'OpenAI buys cloud compute from Microsoft',
    kind: 'cloud-compute',
    status: 'signed',
    parties: ['OpenAI (payer)', 'Microsoft (payee)'],
    amounts: ['USD 250bn (000)', 'USD 250bn (001)', 'USD 250bn (003)', 'approx USD 13bn (004)'],
  },
  {
    deal: 'OpenAI buys cloud compute from CoreWeave',
    kind: 'cloud-compute',
    status: 'signed',
    parties: ['OpenAI (payer)', 'CoreWeave (payee)'],
    amounts: ['USD 22.4bn (000)'],
  },
  {
    deal: 'OpenAI buys cloud compute from Google',
    kind: 'cloud-compute',
    status: 'signed',
    parties: ['OpenAI (payer)', 'Google (payee)'],
    amounts: ['undisclosed USD (000)'],
  },
  ...['Broadcom', 'AMD', 'Nvidia'].map((maker) => ({
    deal: `OpenAI buys chips from ${maker}`,
    kind: 'chip-supply',
    status: 'signed',
    parties: ['OpenAI (payer)', `${maker} (payee)`],
    amounts: ['undisclosed USD (000)'],
  })),
  {
    deal: 'Stargate',
    kind: 'joint-venture',
    status: 'announced',
    parties: ['OpenAI (payer)', 'Stargate (payee)', 'Oracle (partner)', 'SoftBank (partner)'],
    amounts: ['at-least USD 500bn (004)'],
  },
  {
    deal: 'Microsoft invests in OpenAI',
    kind: 'equity-investment',
    status: 'completed',
    parties: ['Microsoft (payer)', 'OpenAI (payee)'],
    amounts: ['USD 13bn (000)', 'USD 13bn (004)'],
  },
  {
    deal: 'Oracle puts cash into OpenAI',
    kind: 'equity-investment',
    status: 'completed',
    parties: ['Oracle (payer)', 'OpenAI (payee)'],
    amounts: ['undisclosed USD (000)'],
  },
  {
    deal: 'Amazon may invest in OpenAI',
    kind: 'equity-investment',
    status: 'in-talks',
    parties: ['Amazon (payer)', 'OpenAI (payee)'],
    amounts: ['at-least USD 10bn (002)'],
  },
  {
    deal: 'Amazon invests in Anthropic',
    kind: 'equity-investment',
    status: 'completed',
    parties: ['Amazon (payer)', 'Anthropic (payee)'],
    amounts: ['USD 4bn (004)', 'USD 8bn (000)'],
  },
  {
    deal: 'Amazon builds Project Rainier for Anthropic',
    kind: 'capex',
    status: 'completed',
    parties: ['Amazon (payer)', 'Anthropic (beneficiary)'],
    amounts: ['USD 11bn (000)', 'USD 11bn (003)'],
  },
  {
    deal: 'Microsoft builds data centres',
    kind: 'capex',
    status: 'active',
    parties: ['Microsoft (payer)'],
    amounts: ['USD 100bn (000)'],
  },
  {
    deal: 'AWS buys GPUs from Nvidia for the OpenAI deal',
    kind: 'chip-supply',
    status: 'rumoured',
    parties: ['AWS (payer)', 'Nvidia (payee)'],
    amounts: ['at-least USD 5bn (004)'],
  },
];

describe('deals of the case', () => {
  it.each(DEALS)('$deal', ({ deal, kind, status, parties, amounts }) => {
    const held = of('deal').find(({ fields }) => fields.name === deal);
    const partiesHeld = of('deal-party')
      .filter(({ fields }) => fields.dealId === held?.id)
      .map(({ fields }) => `${nameOf(fields.entityId)} (${String(fields.role)})`);
    expect([held?.fields.kind, held?.fields.status, partiesHeld, amountsOf(deal, 'deal-headline')]).toEqual([
      kind,
      status,
      parties,
      amounts,
    ]);
  });

  it('gives the AWS deal seven years and the rates of 004', () => {
    const { fields } =
      of('deal').find(({ fields: { name } }) => name === 'OpenAI buys cloud compute from AWS') ?? {};
    expect([fields?.tenorYearsLo, fields?.tenorYearsHi]).toEqual([7, 7]);
    expect(amountsOf('OpenAI buys cloud compute from AWS', 'deal-rate')).toEqual([
      'approx USD 15m (004)',
      'approx USD 450m (004)',
      'approx USD 5.4bn (004)',
    ]);
  });

  it('makes the Oracle deal a part of Stargate', () => {
    const parts = of('deal').filter(({ fields }) => fields.partOfId !== null);
    expect(parts.map(({ fields }) => `${String(fields.name)} < ${nameOf(fields.partOfId)}`)).toEqual([
      'OpenAI buys cloud compute from Oracle < Stargate',
    ]);
  });

  it('adds the two purchases that close a loop and a chain, without amounts', () => {
    const others = of('deal')
      .map(({ fields }) => String(fields.name))
      .filter((name) => !DEALS.some(({ deal }) => deal === name));
    expect(others.map((name) => [name, ...amountsOf(name, 'deal-headline')])).toEqual([
      ['Anthropic uses the cloud of AWS', 'undisclosed USD (003)'],
      ['Nvidia buys chips from TSMC', 'undisclosed USD (004)'],
    ]);
  });
});

/** about, metric, basis, status, amount (document). */
const FIGURES: readonly (readonly [string, string, string, string, string])[] = [
  ['OpenAI', 'total-commitments', 'stock', 'reported', 'USD 1.4tn (000)'],
  ['OpenAI', 'total-commitments', 'stock', 'reported', 'USD 1.4tn (001)'],
  ['OpenAI', 'total-commitments', 'stock', 'reported', 'over USD 1tn (002)'],
  ['OpenAI', 'total-commitments', 'stock', 'reported', 'over USD 1tn (003)'],
  ['OpenAI', 'total-commitments', 'stock', 'estimated', 'approx USD 1tn (004)'],
  ['OpenAI', 'commitment-tenor', 'stock', 'reported', 'range 5 years to 7 years (000)'],
  ['OpenAI', 'revenue', 'fiscal-year', 'reported', 'USD 13bn (000)'],
  ['OpenAI', 'revenue', 'run-rate', 'projected', 'USD 20bn (001)'],
  ['OpenAI', 'revenue', 'fiscal-year', 'estimated', 'range USD 5bn to USD 10bn (004)'],
  ['OpenAI', 'revenue', 'quarter', 'reported', 'USD 3.25bn (000)'],
  ['OpenAI', 'revenue', 'projection', 'projected', 'USD 100bn (000)'],
  ['OpenAI', 'net-loss', 'quarter', 'reported', 'USD 12bn (000)'],
  ['OpenAI', 'net-loss', 'quarter', 'reported', 'approx USD 12bn (003)'],
  ['OpenAI', 'operating-expense', 'quarter', 'reported', 'at-least USD 15bn (000)'],
  ['OpenAI', 'operating-expense', 'fiscal-year', 'estimated', 'range USD 7bn to USD 12bn (004)'],
  ['OpenAI', 'valuation', 'stock', 'in-talks', 'over USD 500bn (002)'],
  ['OpenAI', 'valuation', 'projection', 'projected', 'USD 1tn (001)'],
  ['OpenAI', 'valuation', 'projection', 'projected', 'USD 1tn (004)'],
  ['OpenAI', 'users', 'stock', 'reported', '300m (000)'],
  ['OpenAI', 'headcount', 'stock', 'reported', '2500 (000)'],
  ['OpenAI', 'pay-per-head', 'stock', 'reported', 'at-least USD 800000 (000)'],
  ['OpenAI', 'requests', 'stock', 'estimated', 'approx 1.5m per second (004)'],
  ['OpenAI', 'requests', 'day', 'derived', 'approx 130bn (004)'],
  ['OpenAI', 'capacity', 'target', 'projected', '1 gigawatts a week (000)'],
  ['OpenAI', 'capacity', 'target', 'projected', '1 gigawatts a week (001)'],
  ['OpenAI', 'training-cost', 'third-party-estimate', 'estimated', 'USD 4.6m (004)'],
  ['OpenAI', 'training-cost', 'third-party-estimate', 'estimated', 'at-least USD 100m (004)'],
  ['OpenAI', 'training-cost', 'third-party-estimate', 'estimated', 'USD 500m (000)'],
  ['OpenAI', 'training-cost', 'third-party-estimate', 'estimated', 'at-least USD 500m (004)'],
  ['OpenAI', 'training-cost', 'projection', 'projected', 'undisclosed USD (004)'],
  ['OpenAI', 'other', 'stock', 'derived', 'approx USD 28bn (002)'],
  ['AWS', 'market-share', 'stock', 'reported', '34 % (003)'],
  ['AWS', 'market-share', 'stock', 'reported', '31 % (000)'],
  ['AWS', 'market-share', 'stock', 'reported', 'approx 29 % (003)'],
  ['AWS', 'compute-share', 'stock', 'derived', '3 % (000)'],
  ['AWS', 'growth', 'quarter', 'reported', '20 % (000)'],
  ['Azure', 'growth', 'quarter', 'reported', '40 % (000)'],
  ['Google Cloud', 'growth', 'quarter', 'reported', '34 % (000)'],
  ['Nvidia', 'market-share', 'stock', 'estimated', 'approx 95 % (004)'],
  ['Meta', 'valuation', 'stock', 'reported', 'USD 104bn (004)'],
  ['Alibaba', 'valuation', 'stock', 'reported', 'USD 168bn (004)'],
  ['Aramco', 'valuation', 'stock', 'reported', 'USD 1.7tn (004)'],
];

describe('figures of the case', () => {
  const held = of('figure')
    .filter(({ fields }) => fields.dealId === null)
    .map((figure) => {
      const { entityId, metric, basis, status } = figure.fields;
      return [nameOf(entityId), metric, basis, status, statedIn(figure)];
    });

  it.each(FIGURES)('%s, %s, %s, %s: %s', (...fact) => expect(held).toContainEqual(fact));

  it('are these and no others', () => expect(held).toHaveLength(FIGURES.length));

  it('say that the loss and the revenue of the quarter speak of the same one', () => {
    const quarters = of('figure').filter(
      ({ fields }) => fields.basis === 'quarter' && nameOf(fields.entityId) === 'OpenAI',
    );
    expect(new Set(quarters.map(({ fields }) => fields.periodLabel))).toEqual(new Set(['last quarter']));
  });
});

describe('market reactions of the case', () => {
  it('are those of Amazon and Microsoft', () => {
    const held = of('reaction').map(({ fields }) => [
      nameOf(fields.entityId),
      nameOf(fields.sourceId),
      fields.direction,
      fields.move,
      fields.percent,
      fields.valueQualifier,
      fields.valueChange,
      fields.valueUnit,
    ]);
    expect(held).toEqual([
      ['Amazon', '000', 'up', 'unstated', 5_000_000, null, null, null],
      ['Microsoft', '000', 'flat', 'unstated', null, null, null, null],
      ['Amazon', '001', 'up', 'record-high', null, null, null, null],
      ['Microsoft', '001', 'down', 'intraday', null, null, null, null],
      ['Amazon', '003', 'up', 'record-high', null, 'over', 14_000_000_000_000, 'USD'],
    ]);
  });
});

/** kind, document, first day, day after the last, status. */
const KEY_DATES: readonly (readonly (string | null)[])[] = [
  ['announcement', '000', '2025-11-03', '2025-11-04', 'occurred'],
  ['announcement', '003', '2025-11-03', '2025-11-04', 'occurred'],
  ['announcement', '004', '2025-11-01', '2025-12-01', 'occurred'],
  ['announcement', '000', '2025-01-27', '2025-01-28', 'contradicted'],
  ['other', '004', '2025-11-01', '2025-12-01', 'occurred'],
  ['exclusivity-start', '000', '2019-01-01', '2020-01-01', 'occurred'],
  ['first-refusal-end', '000', '2025-10-29', '2025-10-30', 'occurred'],
  ['first-refusal-end', '000', '2025-10-31', '2025-11-01', 'occurred'],
  ['first-refusal-end', '000', '2025-01-24', '2025-01-25', 'contradicted'],
  ['first-refusal-end', '004', '2025-10-01', '2025-11-01', 'occurred'],
  ['restructuring', '001', '2025-10-27', '2025-11-03', 'occurred'],
  ['restructuring', '000', '2025-10-27', '2025-11-03', 'occurred'],
  ['capacity-online', '000', null, '2027-01-01', 'planned'],
  ['capacity-online', '001', null, '2027-01-01', 'planned'],
  ['capacity-online', '004', null, '2027-01-01', 'planned'],
  ['option-opens', '001', '2027-01-01', null, 'planned'],
  ['ipo', '004', '2026-01-01', '2028-01-01', 'rumoured'],
  ['review', '002', null, null, 'planned'],
];

describe('key dates of the case', () => {
  it('stand in every version', () => {
    const held = of('key-date').map(({ fields }) => [
      fields.kind,
      nameOf(fields.sourceId),
      fields.fromOn,
      fields.untilOn,
      fields.status,
    ]);
    expect(held).toEqual(KEY_DATES.toSorted(inTurn(1)));
  });

  it('fall on the weekdays that the documents name', () => {
    const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();
    expect(['2025-11-03', '2025-01-27', '2025-10-31', '2025-01-24'].map(weekday)).toEqual([1, 1, 5, 5]);
  });
});

/** speaker, document, beginning of the words, stance, affiliated with a party. */
const QUOTES: readonly (readonly [string, string, string, number | null, 0 | 1])[] = [
  ['Sam Altman', '003', 'Scaling frontier AI requires massive, reliable compute', 1, 1],
  ['Sam Altman', '003', 'Our partnership with AWS', 1, 1],
  ['Sam Altman', '000', 'financial innovation', 1, 1],
  ['Matt Garman', '003', 'uniquely positioned', 1, 1],
  ['Sarah Friar', '000', 'operational maturity', 1, 1],
  ['Mamta Valechha', '003', 'While it’s small', 1, 0],
  ['Mamta Valechha', '003', 'It shows Amazon is back', 1, 0],
  ['Kim Forrest', '003', 'The deal with AWS shows', 1, 0],
  ['Danni Hewson', '003', 'Once again that AI magic', null, 0],
  ['Danni Hewson', '003', 'This deal gives Amazon a big leg up', 1, 0],
  ['Roman Stanek', '003', 'AI isn’t speculative', 1, 0],
  ['Roman Stanek', '003', 'This isn’t about adding AI', 1, 0],
  ['Charles Fitzgerald', '002', 'characterize this not as a partnership', -1, 0],
  ['Charles Fitzgerald', '002', 'Training clusters are the worst business', -1, 0],
  ['Anshel Sag', '002', 'characterize this not as a partnership', -1, 0],
  ['Anshel Sag', '002', 'ChatGPT is still seen as the Kleenex of AI.', null, 0],
  ['Bank of England', '003', 'recently warned', -1, 0],
  ['IMF', '003', 'recently warned', -1, 0],
  ['Jamie Dimon', '003', 'recently warned', -1, 0],
  ['The Wall Street Journal', '000', 'tiny', 0, 0],
];

describe('quotes of the case', () => {
  const held = of('quote').map(({ fields }) => ({
    speaker: nameOf(fields.speakerId),
    document: nameOf(fields.sourceId),
    words: String(fields.words),
    stance: fields.stance as number | null,
    affiliated: fields.isAffiliated,
  }));

  it('are those of the documents, in their stance', () => {
    const told = QUOTES.toSorted(inTurn(1));
    const shortened = held.map((quote, at) => [
      quote.speaker,
      quote.document,
      quote.words.slice(0, told[at]?.[2].length),
      quote.stance,
      quote.affiliated,
    ]);
    expect(shortened).toEqual(told);
  });

  it('give one vote per speaker: ten independent ones, three of the parties', () => {
    const votes = (affiliated: number) => {
      const cast = held.filter((quote) => quote.affiliated === affiliated && quote.stance !== null);
      return [...new Set(cast.map(({ speaker, stance }) => `${speaker} ${stance}`))];
    };
    expect([votes(0).length, votes(1).length]).toEqual([10, 3]);
    const stances = votes(0).map((vote) => Number(vote.split(' ').at(-1)));
    const mean = stances.reduce((sum, stance) => sum + stance, 0) / stances.length;
    const dispersion =
      stances.reduce((sum, stance) => sum + stance * stance, 0) / stances.length - mean * mean;
    expect([mean, dispersion]).toEqual([expect.closeTo(-0.1, 12), expect.closeTo(0.89, 12)]);
  });
});
