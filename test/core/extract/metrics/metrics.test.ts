import { describe, expect, it } from 'vitest';
import { metricsIn } from '#core/extract/metrics/metrics.ts';
import { readingOf } from '#core/extract/reading.ts';

type Expected = readonly [
  entity: string | null,
  metric: string,
  low: number | null,
  high: number | null,
  unit: string,
];

function read(text: string): readonly Expected[] {
  return metricsIn(readingOf(text)).map(({ entity, metric, low, high, unit }) => [
    entity,
    metric,
    low,
    high,
    unit,
  ]);
}

describe('metricsIn', () => {
  it.each<[string, readonly Expected[]]>([
    // revenue and profit
    [
      'Harrow Steel Ltd made revenue of £1.92bn last year.',
      [['Harrow Steel Ltd', 'revenue', 1.92e9, 1.92e9, 'GBP']],
    ],
    [
      'Turnover at Harrow Steel Ltd rose 12% to £4.5bn.',
      [
        ['Harrow Steel Ltd', 'growth', 12, 12, 'percent'],
        ['Harrow Steel Ltd', 'revenue', 4.5e9, 4.5e9, 'GBP'],
      ],
    ],
    [
      'Harrow Steel Ltd said revenue fell 3 per cent to $28.6 million, while pre-tax profit slid to $7.4 million from $10.1 million.',
      [
        ['Harrow Steel Ltd', 'growth', -3, -3, 'percent'],
        ['Harrow Steel Ltd', 'revenue', 28.6e6, 28.6e6, 'USD'],
        ['Harrow Steel Ltd', 'other', 7.4e6, 7.4e6, 'USD'],
        ['Harrow Steel Ltd', 'other', 10.1e6, 10.1e6, 'USD'],
      ],
    ],
    [
      'Bellamy Grid Ltd reported a net profit of Rs 412 crore on revenue of Rs 5,118 crore.',
      [
        ['Bellamy Grid Ltd', 'other', 4.12e9, 4.12e9, 'INR'],
        ['Bellamy Grid Ltd', 'revenue', 51.18e9, 51.18e9, 'INR'],
      ],
    ],
    [
      'Keel Robotics Inc expects revenue between $235 million and $245 million.',
      [['Keel Robotics Inc', 'revenue', 235e6, 245e6, 'USD']],
    ],
    [
      'Keel Robotics Inc has a $20 billion annual revenue run rate.',
      [['Keel Robotics Inc', 'revenue', 20e9, 20e9, 'USD']],
    ],
    [
      'Keel Robotics Inc generated more than $3bn in revenue.',
      [['Keel Robotics Inc', 'revenue', 3e9, null, 'USD']],
    ],
    [
      'Like-for-like sales at Orvane Retail Ltd edged up 0.6pc.',
      [['Orvane Retail Ltd', 'growth', 0.6, 0.6, 'percent']],
    ],
    [
      'Keel Robotics Inc posted a 12% increase in revenue.',
      [['Keel Robotics Inc', 'growth', 12, 12, 'percent']],
    ],
    ['Keel Robotics Inc grew 20% last quarter.', [['Keel Robotics Inc', 'growth', 20, 20, 'percent']]],
    // loss
    [
      'Dunmore Airlines Ltd’s net loss widened to A$47.2 million from A$31 million a year earlier.',
      [
        ['Dunmore Airlines Ltd', 'net-loss', 47.2e6, 47.2e6, 'AUD'],
        ['Dunmore Airlines Ltd', 'net-loss', 31e6, 31e6, 'AUD'],
      ],
    ],
    [
      'Dunmore Airlines Ltd lost €84 million last year.',
      [['Dunmore Airlines Ltd', 'net-loss', 84e6, 84e6, 'EUR']],
    ],
    [
      'Dunmore Airlines Ltd burned through around $12bn last quarter.',
      [['Dunmore Airlines Ltd', 'net-loss', 12e9, 12e9, 'USD']],
    ],
    [
      'Dunmore Airlines Ltd made a pre-tax loss of £41m.',
      [['Dunmore Airlines Ltd', 'net-loss', 41e6, 41e6, 'GBP']],
    ],
    [
      'Dunmore Airlines Ltd had an operating loss of £41m.',
      [['Dunmore Airlines Ltd', 'other', 41e6, 41e6, 'GBP']],
    ],
    // valuation
    [
      'The round valued Keel Robotics Inc at $14.5 billion.',
      [['Keel Robotics Inc', 'valuation', 14.5e9, 14.5e9, 'USD']],
    ],
    [
      'Keel Robotics Inc raised $600m at a valuation above $5bn.',
      [['Keel Robotics Inc', 'valuation', 5e9, null, 'USD']],
    ],
    [
      'Keel Robotics Inc has a market capitalisation of £3.1bn.',
      [['Keel Robotics Inc', 'valuation', 3.1e9, 3.1e9, 'GBP']],
    ],
    // share of a market
    [
      'Keel Robotics Inc has 31% of the global cloud market.',
      [['Keel Robotics Inc', 'market-share', 31, 31, 'percent']],
    ],
    [
      'Keel Robotics Inc’s market share slipped from 34 per cent in 2022 to around 29 per cent this year.',
      [
        ['Keel Robotics Inc', 'market-share', 34, 34, 'percent'],
        ['Keel Robotics Inc', 'market-share', 29, 29, 'percent'],
      ],
    ],
    [
      'Keel Robotics Inc maintains ~95% market share in sorters.',
      [['Keel Robotics Inc', 'market-share', 95, 95, 'percent']],
    ],
    // people and capacity
    [
      'Orvane Retail Ltd, which employs about 11,300 people in 214 shops, is for sale.',
      [['Orvane Retail Ltd', 'headcount', 11300, 11300, 'people']],
    ],
    ['Orvane Retail Ltd has 2,500 employees.', [['Orvane Retail Ltd', 'headcount', 2500, 2500, 'employees']]],
    ['Orvane Retail Ltd will cut 4,000 jobs.', [['Orvane Retail Ltd', 'other', 4000, 4000, 'jobs']]],
    [
      'Headcount at Orvane Retail Ltd stands at 8,450.',
      [['Orvane Retail Ltd', 'headcount', 8450, 8450, 'people']],
    ],
    ['Quillon Energy plc has 1.2GW of capacity.', [['Quillon Energy plc', 'capacity', 1.2, 1.2, 'GW']]],
    [
      'Quillon Energy plc wants to take capacity to 30 GW by 2030 from 11 GW.',
      [
        ['Quillon Energy plc', 'capacity', 30, 30, 'GW'],
        ['Quillon Energy plc', 'capacity', 11, 11, 'GW'],
      ],
    ],
    [
      'Quillon Energy plc can produce 780,000 tonnes a year.',
      [['Quillon Energy plc', 'capacity', 780000, 780000, 'tonnes']],
    ],
    // others
    ['Quillon Energy plc has net debt of €2.9bn.', [['Quillon Energy plc', 'other', 2.9e9, 2.9e9, 'EUR']]],
    [
      'Bellamy Grid Ltd has an order book of Rs 12,000 crore.',
      [['Bellamy Grid Ltd', 'other', 120e9, 120e9, 'INR']],
    ],
    [
      'Keel Robotics Inc’s operating margin was 16.8%.',
      [['Keel Robotics Inc', 'other', 16.8, 16.8, 'percent']],
    ],
    ['Keel Robotics Inc serves 300 million users.', [['Keel Robotics Inc', 'other', 300e6, 300e6, 'users']]],
    [
      'Keel Robotics Inc’s total commitments of $1.4 trillion dwarf its cash.',
      [['Keel Robotics Inc', 'commitments', 1.4e12, 1.4e12, 'USD']],
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    'Keel Robotics Inc agreed to buy Tarbert Press for $385 million.',
    'Keel Robotics Inc will invest $4bn in a plant.',
    'Keel Robotics Inc raised $70 million in debt.',
    'Keel Robotics Inc signed a seven-year, $38bn contract.',
    'Shares in Keel Robotics Inc fell 5%.',
    'Keel Robotics Inc bought a 9.7% stake.',
    'Keel Robotics Inc earned $1.87 per share.',
    'Keel Robotics Inc charges $2.39 per GPU-hour.',
    'Copper fetched $9,400 a tonne.',
    'The contract is worth $2.3bn to Keel Robotics Inc.',
    'The plunge wiped £96m off the value of Keel Robotics Inc.',
    'A 12% tariff applies.',
  ])('sees no metric in: %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('says the period in the words of the text', () => {
    const periods = (text: string) => metricsIn(readingOf(text)).map(({ period }) => period);
    expect(periods('Keel Robotics Inc lost €84 million last year.')).toEqual(['last year']);
    expect(periods('Keel Robotics Inc expects revenue of $100 billion by 2027.')).toEqual(['by 2027']);
    expect(periods('Keel Robotics Inc has revenue of $13bn annually.')).toEqual(['annually']);
    expect(periods('In 2024 Keel Robotics Inc had revenue of $9.4M.')).toEqual(['2024']);
  });

  it('reads labels of a list under the company of its heading, and tables', () => {
    const text = [
      'Keel Robotics Inc opens a plant',
      '',
      'Keel Robotics Inc opened a plant in Ohio on Monday, its third there.',
      '',
      'Highlights of Keel Robotics Inc:',
      '- Revenue: S$186 million (2023: S$130 million)',
      '- Net loss: S$52 million',
      '- Staff: 1,150',
      '',
      '| Company | IPO valuation | Year |',
      '|---|---|---|',
      '| Lorne Media | $104B | 2012 |',
    ].join('\n');
    expect(read(text)).toEqual([
      ['Keel Robotics Inc', 'revenue', 186e6, 186e6, 'SGD'],
      ['Keel Robotics Inc', 'revenue', 130e6, 130e6, 'SGD'],
      ['Keel Robotics Inc', 'net-loss', 52e6, 52e6, 'SGD'],
      ['Keel Robotics Inc', 'headcount', 1150, 1150, 'people'],
      ['Lorne Media', 'valuation', 104e9, 104e9, 'USD'],
    ]);
  });

  it('keeps one entry for the mentions of one figure', () => {
    const text =
      'Keel Robotics Inc has revenue of $13bn.\n\nIt will not last. Keel Robotics Inc’s annual revenue of $13bn is small.';
    expect(read(text)).toEqual([['Keel Robotics Inc', 'revenue', 13e9, 13e9, 'USD']]);
  });
});
