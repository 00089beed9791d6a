import { describe, expect, it } from 'vitest';
import { lookupIn } from '#core/intake/names.ts';
import { changesFromRows } from '#core/intake/rows.ts';
import { ACME, AWS, HELD, HELD_DEAL, OPENAI, REPORT, read, refusedIn, tableOf } from './tables.ts';

describe('figures from a table', () => {
  it('finds what the ledger holds, adds the entities it does not, and quotes a passage once', () => {
    const { changes, newEntities, ignored, ...counts } = read(
      'figures',
      `
      Company | Metric | Stated | Currency | Basis | Status | Source | Words of the source | Colour
      OpenAI | revenue | 13bn | USD | fiscal year | reported | annual  REPORT | made 13bn, with 2,500 people | red
      OpenAI | headcount | 2,500 | count | stock | reported | Annual report | made 13bn, with 2,500 people | red
      Mistral | revenue | $30m | | run_rate | estimated | Annual report | | blue`,
    );
    expect(counts).toEqual({ rows: 3, accepted: 3, refused: 0, refusals: [] });
    expect([ignored, newEntities]).toEqual([['Colour'], ['Mistral']]);
    expect(changes).toEqual([
      {
        op: 'add',
        noun: 'passage',
        key: '$passage-1',
        fields: { sourceId: REPORT, words: 'made 13bn, with 2,500 people' },
      },
      {
        op: 'add',
        noun: 'figure',
        fields: {
          metric: 'revenue',
          basis: 'fiscal-year',
          status: 'reported',
          qualifier: 'exact',
          unit: 'USD',
          lo: 13e11,
          point: 13e11,
          hi: 13e11,
          credibility: 6,
          entityId: OPENAI,
          sourceId: REPORT,
          passageId: '$passage-1',
        },
      },
      {
        op: 'add',
        noun: 'figure',
        fields: {
          metric: 'headcount',
          basis: 'stock',
          status: 'reported',
          qualifier: 'exact',
          unit: 'count',
          lo: 2500,
          point: 2500,
          hi: 2500,
          credibility: 6,
          entityId: OPENAI,
          sourceId: REPORT,
          passageId: '$passage-1',
        },
      },
      { op: 'add', noun: 'entity', key: '$entity-2', fields: { name: 'Mistral', kind: 'company' } },
      {
        op: 'add',
        noun: 'figure',
        fields: {
          metric: 'revenue',
          basis: 'run-rate',
          status: 'estimated',
          qualifier: 'exact',
          unit: 'USD',
          lo: 3e9,
          point: 3e9,
          hi: 3e9,
          credibility: 6,
          entityId: '$entity-2',
          sourceId: REPORT,
        },
      },
    ]);
  });

  it.each([
    ['13bn | | ', { qualifier: 'approx', lo: 1235e9, point: 13e11, hi: 1365e9 }, 'approx'],
    ['13bn | | ', { qualifier: 'over', lo: 13e11, point: 13e11, hi: undefined }, 'over'],
    ['13bn | | ', { qualifier: 'under', lo: 0, point: 13e11, hi: 13e11 }, 'under'],
    ['5bn | | 10bn', { qualifier: 'range', lo: 5e11, point: 75e10, hi: 10e11 }, 'range'],
    [' | 5bn | 10bn', { qualifier: 'range', lo: 5e11, point: 75e10, hi: 10e11 }, ''],
    ['6bn | 5bn | 10bn', { qualifier: 'range', lo: 5e11, point: 6e11, hi: 10e11 }, 'range'],
    [' | | ', { qualifier: 'undisclosed', lo: undefined, point: undefined, hi: undefined }, 'undisclosed'],
  ])('reads "%s" with its qualifier', (amounts, expected, qualifier) => {
    const { changes, refusals } = read(
      'figures',
      `
      about | metric | qualifier | amount | low | high | unit | basis | status | source
      OpenAI | revenue | ${qualifier} | ${amounts} | USD | stock | reported | Annual report`,
    );
    expect(refusals).toEqual([]);
    expect(changes[0]?.fields).toMatchObject(
      Object.fromEntries(Object.entries(expected).filter(([, end]) => end !== undefined)),
    );
    for (const [name, end] of Object.entries(expected))
      if (end === undefined) expect(changes[0]?.fields).not.toHaveProperty(name);
  });

  it.each([
    ['OpenAI | turnover | 1 | USD | exact', 'metric: This is not one of the choices.'],
    ['OpenAI | revenue | 1 | XYZ | exact', 'unit: This unit is not known.'],
    ['OpenAI | revenue | 1,5bn | USD | exact', 'amount: This is not a number.'],
    ['OpenAI | revenue | thirteen | USD | exact', 'amount: This is not a number.'],
    ['OpenAI | revenue | £13bn | USD | exact', 'amount: The cell says £, its unit says USD.'],
    ['OpenAI | revenue | 13% | USD | exact', 'amount: The cell says %, its unit says USD.'],
    ['OpenAI | revenue | 13 | | exact', 'amount: The amount has no unit.'],
    ['OpenAI | revenue | | USD | exact', 'amount: The amount is missing.'],
    ['OpenAI | revenue | | USD | ', 'amount: The amount is missing.'],
    ['OpenAI | revenue | 13bn | USD | undisclosed', 'amount: An undisclosed figure has no amount.'],
    ['OpenAI | revenue | 5bn | USD | range', 'high: A range needs its high end.'],
    [
      'OpenAI | revenue | 900000tn | USD | exact',
      'amount: The amount is larger than the ledger can hold exactly in USD.',
    ],
    ['OpenAI | deal-headline | 13bn | USD | exact', ': An amount of a deal must name its deal.'],
    ['Jordan | revenue | 13bn | USD | exact', 'about: Several entities of the ledger are called so.'],
    [' | revenue | 13bn | USD | exact', 'about: This cell is empty.'],
  ])('refuses "%s"', (cells, rule) => {
    const refused = read(
      'figures',
      `
      about | metric | amount | unit | qualifier | high | basis | status | source
      ${cells} | | stock | reported | Annual report`,
    );
    expect([refusedIn(refused), refused.changes]).toEqual([[`2 ${rule}`], []]);
  });

  it('imports nothing as soon as one row is refused, and says which cell', () => {
    const refused = read(
      'figures',
      `
      about | metric | amount | unit | basis | status | source
      OpenAI | revenue | 13bn | USD | stock | reported | Annual report
      OpenAI | revenue | 13bn | USD | stock | reported | ${'An unknown paper '.repeat(8)}`,
    );
    expect(refused).toEqual({
      changes: [],
      rows: 2,
      accepted: 1,
      refused: 1,
      ignored: [],
      newEntities: [],
      refusals: [
        {
          row: 3,
          column: 'source',
          given: `${'An unknown paper '.repeat(8).slice(0, 79)}…`,
          rule: 'There is no source of that name in the ledger.',
          fix: 'Import the sources first, or correct the name.',
        },
      ],
    });
  });

  it('takes the same fact once and refuses two rows that differ in its particulars', () => {
    const header = 'about | metric | amount | unit | basis | status | source | note';
    const row = 'OpenAI | revenue | 13bn | USD | stock | reported | Annual report |';
    const same = read('figures', `${header}\n${row} a\n${row} a`);
    expect([same.changes.length, same.accepted]).toEqual([1, 2]);
    expect(refusedIn(read('figures', `${header}\n${row} a\n${row} b`))).toEqual([
      '3 : Row 2 states the same fact with other particulars.',
    ]);
  });

  it('does not guess what a comma or a point means in a file separated by semicolons', () => {
    const figures = (amount: string) =>
      changesFromRows(
        'figures',
        tableOf(
          `
        about | metric | amount | unit | basis | status | source
        OpenAI | revenue | ${amount} | USD | stock | reported | Annual report`,
          ';',
        ),
        lookupIn(HELD),
      );
    expect(['1,234', '1.234', '22.400bn', '38,5'].map((amount) => figures(amount).refused)).toEqual([
      1, 1, 1, 1,
    ]);
    expect(['1234', '1,234,567', '22.4bn', '1234.56'].map((amount) => figures(amount).refused)).toEqual([
      0, 0, 0, 0,
    ]);
  });
});

describe('headers', () => {
  const row = 'OpenAI | revenue | 13bn | USD | stock | reported | Annual report';

  it('names the columns that are missing, once', () => {
    const refused = read(
      'figures',
      `about | amount | unit | basis | status\nOpenAI | 1 | USD | stock | reported\nOpenAI | 2 | USD | stock | reported`,
    );
    expect(refusedIn(refused)).toEqual([
      '1 metric: This column is missing.',
      '1 source: This column is missing.',
    ]);
    expect(refused.refused).toBe(2);
  });

  it('refuses two columns of one meaning', () => {
    const refused = read(
      'figures',
      `about | Company | metric | amount | unit | basis | status | source\n${row} | x`,
    );
    expect(refusedIn(refused)).toEqual(['1 Company: This column means the same as "about".']);
  });

  it('follows a mapping, which may also leave a column out', () => {
    const mapping = { Firma: 'about', Umsatzart: 'Metric', Note: '' };
    const { changes, ignored, refusals } = read(
      'figures',
      `Firma | Umsatzart | amount | unit | basis | status | source | Note\n${row} | left out`,
      mapping,
    );
    expect([refusals, ignored, changes[0]?.fields.note, changes[0]?.fields.entityId]).toEqual([
      [],
      ['Note'],
      undefined,
      OPENAI,
    ]);
  });

  it('refuses a mapping to what does not exist', () => {
    const refused = read('figures', `about | metric | amount | unit | basis | status | source\n${row}`, {
      Firm: 'about',
      about: 'colour',
    });
    expect(refusedIn(refused)).toContain('1 Firm: The mapping names a column that the file does not have.');
    expect(refusedIn(refused)).toContain(
      '1 about: The mapping names a field that this import does not have.',
    );
  });

  it('leaves columns called like object properties alone', () => {
    const refused = read(
      'figures',
      `about | metric | amount | unit | basis | status | source | __proto__ | constructor\n${row} | 1 | 2`,
    );
    expect([refused.refused, refused.ignored]).toEqual([0, ['__proto__', 'constructor']]);
  });

  it('refuses rows that are wider or narrower than the header', () => {
    const refused = read(
      'figures',
      `about | metric | amount | unit | basis | status | source\n${row} | more\nOpenAI | revenue`,
    );
    expect(refusedIn(refused)).toEqual([
      '2 : The row has 8 cells, the header has 7.',
      '3 : The row has 2 cells, the header has 7.',
    ]);
  });
});

describe('entities from a table', () => {
  it('puts parents first, wherever they stand', () => {
    const { changes, newEntities } = read(
      'entities',
      `
      Name | Kind | Parent | Rolls up | Also known as | Under review
      Child | company | Middle | yes | |
      Middle | company | Top | no | The Middle; Mid | x
      Other | person | Elsewhere | | |
      Top | institution | OpenAI | | |`,
    );
    expect(changes.map(({ fields }) => [fields.name, fields.parentId])).toEqual([
      ['Top', OPENAI],
      ['Middle', '$entity-1'],
      ['Child', '$entity-2'],
      ['Elsewhere', undefined],
      ['Other', '$entity-4'],
    ]);
    expect(changes[1]?.fields).toMatchObject({ rollsUp: 0, underReview: 1, aliases: ['The Middle', 'Mid'] });
    expect(newEntities).toEqual(['Elsewhere']);
  });

  it('refuses rings of parents and names that come twice', () => {
    expect(
      refusedIn(
        read(
          'entities',
          'name | kind | parent\nA | company | B\nB | company | A\nC | company | C\nD | company | ',
        ),
      ),
    ).toEqual([
      '2 parent: The parents of this entity lead back to it.',
      '3 parent: The parents of this entity lead back to it.',
      '4 parent: The parents of this entity lead back to it.',
    ]);
    expect(refusedIn(read('entities', 'name | kind\nA | company\n a | person'))).toEqual([
      '3 name: Row 2 has an entity of the same name.',
    ]);
  });
});

describe('sources from a table', () => {
  it('links what they cite, in the file and in the ledger', () => {
    const { changes } = read(
      'sources',
      `
      title | kind | grade | reliability | cites | published
      Blog | blog | x | E | Paper; Annual report | 2025-11-04
      Paper | press | x | C | |`,
    );
    expect(changes.map(({ noun, fields }) => [noun, fields.title ?? fields.citesId])).toEqual([
      ['source', 'Blog'],
      ['source', 'Paper'],
      ['citation', '$source-2'],
      ['citation', REPORT],
    ]);
  });

  it('refuses days that are none and titles that come twice', () => {
    const refused = read(
      'sources',
      'title | kind | reliability | published\nA | blog | E | 03/11/2025\nB | blog | e | 2025-02-30\nB | blog | E |',
    );
    expect(refusedIn(refused)).toEqual([
      '2 published: This is not a day of the calendar.',
      '3 published: This is not a day of the calendar.',
      '4 title: Row 3 has a source of the same title.',
    ]);
  });
});

describe('deals from a table', () => {
  it('adds parties and the headline amount, and a second version to the same deal', () => {
    const { changes, newEntities } = read(
      'deals',
      `
      Deal | Kind | Status | Payer | Payee | Other parties | Amount | Qualifier | Currency | Tenor | Source
      Big one | cloud compute | In talks | OpenAI, AWS | Acme, Inc. | SoftBank (partner) | 10bn | at least | USD | 7 | Annual report
      Big one | cloud-compute | in-talks | OpenAI, AWS | Acme, Inc. | | 12bn | | USD | | Annual report`,
    );
    expect(newEntities).toEqual(['SoftBank']);
    expect(
      changes.map(({ noun, fields }) => [
        noun,
        fields.role ?? fields.point ?? fields.name,
        fields.entityId ?? null,
      ]),
    ).toEqual([
      ['entity', 'SoftBank', null],
      ['deal', 'Big one', null],
      ['deal-party', 'payer', OPENAI],
      ['deal-party', 'payer', AWS],
      ['deal-party', 'payee', ACME],
      ['deal-party', 'partner', '$entity-1'],
      ['figure', 1e12, OPENAI],
      ['figure', 12e11, OPENAI],
    ]);
    expect(changes.find(({ noun }) => noun === 'deal')?.fields).toMatchObject({
      tenorYearsLo: 7,
      tenorYearsHi: 7,
    });
    expect(changes.at(-2)?.fields).toMatchObject({
      qualifier: 'at-least',
      status: 'in-talks',
      dealId: '$deal-2',
      metric: 'deal-headline',
    });
  });

  it('adds to a deal of the ledger instead of making another of the same name', () => {
    const { changes } = read(
      'deals',
      `
      name | kind | status | payer | amount | currency | source
      openai BUYS from aws | cloud-compute | signed | OpenAI | 38bn | USD | Annual report`,
    );
    expect(changes.map(({ noun, fields }) => [noun, fields.dealId])).toEqual([
      ['deal-party', HELD_DEAL],
      ['figure', HELD_DEAL],
    ]);
  });

  it('puts a programme before its part', () => {
    const { changes } = read(
      'deals',
      `
      name | kind | status | part of | source
      Part | capex | signed | Whole | Annual report
      Whole | joint-venture | announced | | Annual report`,
    );
    expect(changes.map(({ fields }) => [fields.name, fields.partOfId])).toEqual([
      ['Whole', undefined],
      ['Part', '$deal-1'],
    ]);
  });

  it('refuses rows that disagree about the deal, an amount of nobody, and a party without a role', () => {
    const refused = read(
      'deals',
      `
      name | kind | status | payer | others | amount | currency | source
      A | capex | signed | OpenAI | | 1bn | USD | Annual report
      A | lease | signed | OpenAI | | 2bn | USD | Annual report
      B | capex | signed | | | 3bn | USD | Annual report
      C | capex | signed | OpenAI | SoftBank | | | Annual report`,
    );
    expect(refusedIn(refused)).toEqual([
      '3 kind: Row 2 gives this deal another kind.',
      '4 payer: The amount belongs to nobody.',
      '5 others: A party here has no role.',
    ]);
  });
});

describe('quotes, reactions, prices and rates from tables', () => {
  it('reads a quote, its speaker as a person', () => {
    const { changes } = read(
      'quotes',
      `
      Speaker | Affiliation | Words | Verbatim | Stance | About | About deal | Affiliated | Source
      Jane Doe | AWS | We are ready | Yes | 1 | OpenAI | OpenAI buys from AWS | no | Annual report`,
    );
    expect(changes).toEqual([
      { op: 'add', noun: 'entity', key: '$entity-1', fields: { name: 'Jane Doe', kind: 'person' } },
      {
        op: 'add',
        noun: 'quote',
        fields: {
          words: 'We are ready',
          isVerbatim: 1,
          stance: 1,
          isAffiliated: 0,
          speakerId: '$entity-1',
          affiliationId: AWS,
          aboutId: OPENAI,
          aboutDealId: HELD_DEAL,
          sourceId: REPORT,
        },
      },
    ]);
  });

  it('reads a reaction', () => {
    const { changes } = read(
      'reactions',
      `
      Instrument of | Event | Direction | Change (%) | Move | Market value | Currency | Value qualifier | Source
      AWS | OpenAI buys from AWS | up | 5 | record high | 140bn | USD | over | Annual report`,
    );
    expect(changes[0]?.fields).toEqual({
      direction: 'up',
      move: 'record-high',
      valueQualifier: 'over',
      entityId: AWS,
      dealId: HELD_DEAL,
      percent: 5_000_000,
      percentUnit: 'percent',
      valueChange: 14e12,
      valueUnit: 'USD',
      sourceId: REPORT,
    });
  });

  it('reads prices and rates, and refuses what is none', () => {
    const prices = read(
      'prices',
      'Instrument of | Ticker | Day | Close | Currency | Adjusted | Source\nAWS | AMZN | 2025-11-03 | 254.00 | usd | Yes | Annual report',
    );
    expect(prices.changes[0]?.fields).toEqual({
      ticker: 'AMZN',
      onDay: '2025-11-03',
      close: 254,
      isAdjusted: 1,
      currency: 'USD',
      entityId: AWS,
      sourceId: REPORT,
    });
    const rates = read(
      'fx',
      'Base | Quote | Rate | Day | Source\nGBP | USD | 1.3103 | 2025-11-03 | Annual report',
    );
    expect(rates.changes[0]?.fields).toEqual({
      base: 'GBP',
      quoteCurrency: 'USD',
      rate: 1.3103,
      onDay: '2025-11-03',
      sourceId: REPORT,
    });
    expect(
      refusedIn(
        read(
          'fx',
          'Base | Quote | Rate | Day | Source\nGBP | GBP | 1 | 2025-11-03 | Annual report\nGBP | percent | 1 | 2025-11-03 | Annual report',
        ),
      ),
    ).toEqual(['2 : A rate is above zero, between two currencies.', '3 Quote: This unit is not known.']);
  });
});
