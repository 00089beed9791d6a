import { describe, expect, it } from 'vitest';
import { reactionsIn } from '#core/extract/reactions/reactions.ts';
import { readingOf } from '#core/extract/reading.ts';

type Expected = readonly [entity: string, direction: string, percent: number | null, move?: string];

function read(text: string): readonly Expected[] {
  return reactionsIn(readingOf(text)).map(({ entity, direction, percent, move }) => [
    entity,
    direction,
    percent,
    move,
  ]);
}

function plain(text: string): readonly Expected[] {
  return reactionsIn(readingOf(text)).map(({ entity, direction, percent }) => [entity, direction, percent]);
}

describe('reactionsIn', () => {
  it.each<[string, readonly Expected[]]>([
    // shares with their owner
    ['Harrow Steel’s stock jumped 5% on the news.', [['Harrow Steel', 'up', 5]]],
    [
      'Shares in Corvane Foods fell as much as 7.2 per cent in early trading.',
      [['Corvane Foods', 'down', 7.2]],
    ],
    [
      'Shares of Tessaly Pharma Inc slid 12% in premarket trading on Tuesday.',
      [['Tessaly Pharma Inc', 'down', 12]],
    ],
    ['Quillon Energy shares closed 2.4% lower at $18.30.', [['Quillon Energy', 'down', 2.4]]],
    ['Brightwater Homes shares were up 3pc at 245p.', [['Brightwater Homes', 'up', 3]]],
    [
      'Shares in the Leeds-based lender Aldgate Bank, which floated in 2019, tumbled 9 per cent.',
      [['Aldgate Bank', 'down', 9]],
    ],
    ['Norvik Shipping’s Oslo-listed shares ended 1.8% down.', [['Norvik Shipping', 'down', 1.8]]],
    ['Meltham Mining’s ADRs rallied 4% in New York.', [['Meltham Mining', 'up', 4]]],
    [
      'Keel Robotics (NASDAQ: KEEL) stock soared nearly 30% after the results.',
      [['Keel Robotics', 'up', 30]],
    ],
    ['Shares of Orvane Retail were little changed.', [['Orvane Retail', 'flat', null]]],
    ['Shares in Pellucid Water ended flat at 412p.', [['Pellucid Water', 'flat', null]]],
    ['Investors punished Dunmore Airlines, sending its shares down 11%.', [['Dunmore Airlines', 'down', 11]]],
    [
      'The profit warning from Ostrava Glass sent its shares tumbling 17 per cent.',
      [['Ostrava Glass', 'down', 17]],
    ],
    ['The order boosted Calder Aerospace shares by 3.1%.', [['Calder Aerospace', 'up', 3.1]]],
    ['The news weighed on Ferndale Telecom’s stock.', [['Ferndale Telecom', 'down', null]]],
    ['A 6% drop in Harrow Steel’s shares followed.', [['Harrow Steel', 'down', 6]]],
    ['Harrow Steel stock is up 40% this year.', [['Harrow Steel', 'up', 40]]],
    ['Harrow Steel’s share price has more than halved since March.', [['Harrow Steel', 'down', null]]],
    ['Bellamy Grid Ltd’s scrip settled 2.3% higher at Rs 412 on the BSE.', [['Bellamy Grid Ltd', 'up', 2.3]]],
    ['Varuna Cement’s stock was locked in the 5% upper circuit.', [['Varuna Cement', 'up', 5]]],
    // companies that stand for their shares
    [
      'Lithium hopefuls led the market: Karragarra Metals (ASX: KGM) rose 4.1% to A$3.20.',
      [['Karragarra Metals', 'up', 4.1]],
    ],
    [
      'Among the fallers in London trading, Ormsby Plastics closed down 3pc at 245p.',
      [['Ormsby Plastics', 'down', 3]],
    ],
    ['Tallow Foods slipped 2p to 38.5p.', [['Tallow Foods', 'down', null]]],
    // indexes
    ['The FTSE 100 slipped 0.4%.', [['FTSE 100', 'down', 0.4]]],
    ['The Sensex ended 300 points lower.', [['Sensex', 'down', null]]],
    [
      'The S&P 500 rose 0.3% and the Nasdaq fell 0.1%.',
      [
        ['S&P 500', 'up', 0.3],
        ['Nasdaq', 'down', 0.1],
      ],
    ],
    ['The Nikkei 225 closed up 123.4 points, or 0.5 per cent, at 39,000.', [['Nikkei 225', 'up', 0.5]]],
    // several at once
    [
      'Shares of Lorne Media and Tarbert Press rose 5%.',
      [
        ['Lorne Media', 'up', 5],
        ['Tarbert Press', 'up', 5],
      ],
    ],
    [
      'Lorne Media’s shares rose 5% while Tarbert Press fell 2%.',
      [
        ['Lorne Media', 'up', 5],
        ['Tarbert Press', 'down', 2],
      ],
    ],
    [
      'Lorne Media agreed to buy Tarbert Press. Shares of both companies rose.',
      [
        ['Lorne Media', 'up', null],
        ['Tarbert Press', 'up', null],
      ],
    ],
    [
      'Shares in Lorne Media initially fell 10%, but rallied to end the session down 4%.',
      [
        ['Lorne Media', 'down', 10],
        ['Lorne Media', 'down', 4],
      ],
    ],
  ])('%s', (text, expected) => {
    expect(plain(text)).toEqual(expected);
  });

  it.each([
    'Revenue at Harrow Steel rose 12% to £4.5bn.',
    'Harrow Steel’s profit fell 8%.',
    'Shares in Harrow Steel could fall 10% if the bid fails.',
    'Analysts raised their price target on Harrow Steel by 12% to 300p.',
    'Harrow Steel’s shares are expected to fall 5% at the open.',
    'Harrow Steel bought a 5% stake in Tarbert Press.',
    'Harrow Steel grew 20% last quarter, Ormsby 40%.',
    'Its market share fell to 12% from 15%.',
    'Harrow Steel sold 4m shares at a 5% discount.',
    'Earnings per share rose 14% to 32p.',
    'The dividend rises 5% to 12p a share.',
    'Harrow Steel’s shares did not rise after the offer.',
    'Oil prices fell 3% and the rupee slipped 0.2%.',
    'Harrow Steel owns 30% of the shares and lifted its offer.',
  ])('sees no move in: %s', (text) => {
    expect(plain(text)).toEqual([]);
  });

  it.each<[string, string]>([
    ['Shares in Corvane Foods fell as much as 7.2 per cent in early trading.', 'intraday'],
    ['Quillon Energy shares closed 2.4% lower.', 'close'],
    ['Quillon Energy shares hit a record high.', 'record-high'],
    ['Quillon Energy shares rose 2%.', 'unstated'],
    ['The announcement briefly depressed Quillon Energy stock.', 'intraday'],
  ])('%s is %s', (text, move) => {
    expect(read(text).map((entry) => entry[3])).toEqual([move]);
  });

  it.each<[string, readonly (string | number | null)[]]>([
    [
      'The news lifted Quillon Energy shares to an all-time high and added more than $140bn to its valuation.',
      ['Quillon Energy', 'up', 140e9, 'USD'],
    ],
    ['The plunge wiped £3bn off Corvane Foods’ market value.', ['Corvane Foods', 'down', 3e9, 'GBP']],
    [
      'Shares in Corvane Foods slumped 20%, erasing €1.2 billion of market value.',
      ['Corvane Foods', 'down', 1.2e9, 'EUR'],
    ],
    [
      'More than $200bn was wiped from Quillon Energy’s market capitalisation.',
      ['Quillon Energy', 'down', 200e9, 'USD'],
    ],
  ])('reads the change of market value: %s', (text, expected) => {
    const [first, ...rest] = reactionsIn(readingOf(text));
    expect([first?.entity, first?.direction, first?.valueChange, first?.currency]).toEqual(expected);
    expect(rest).toEqual([]);
  });

  it('merges the mentions of one move', () => {
    const text =
      'Shares in Corvane Foods slid 6% on Monday.\n\nThe deal is off. Corvane Foods stock fell after the news.';
    expect(plain(text)).toEqual([['Corvane Foods', 'down', 6]]);
  });

  it('knows whose share "the stock" and "they" mean', () => {
    const text =
      'Varuna Cement won an order. Its shares have doubled since April; on Monday they rose another 8.3%. The stock is up 61% this year.';
    expect(plain(text)).toEqual([
      ['Varuna Cement', 'up', 8.3],
      ['Varuna Cement', 'up', 61],
    ]);
  });
});
