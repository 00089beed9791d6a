import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dealsIn } from '#core/extract/deals/deals.ts';
import { readingOf } from '#core/extract/reading.ts';

/** `payer Acme, payee Borealis: supply 38000000000..38000000000 USD, 7 years, signed`. */
function told(text: string): readonly string[] {
  return dealsIn(readingOf(text)).map(({ parties, kind, low, high, currency, termYears, status }) => {
    const amount = low === null && high === null ? 'undisclosed' : `${low ?? ''}..${high ?? ''} ${currency}`;
    const term = termYears === null ? '' : `, ${termYears} years`;
    return `${parties.map(({ role, name }) => `${role} ${name}`).join(', ')}: ${kind} ${amount}${term}, ${status}`;
  });
}

describe('dealsIn', () => {
  it.each<[string, readonly string[]]>([
    [
      'Halvorsen Shipping signed a seven-year, $38bn deal to purchase cloud services from Tidewater Systems.',
      [
        'payer Halvorsen Shipping, payee Tidewater Systems: cloud-compute 38000000000..38000000000 USD, 7 years, signed',
      ],
    ],
    [
      'Brightwater Foods has agreed to buy Oakhurst Dairies for £2.1bn.',
      ['payer Brightwater Foods, target Oakhurst Dairies: acquisition 2100000000..2100000000 GBP, signed'],
    ],
    [
      'Kestrel Motors will invest up to $10 billion in Lumen Batteries.',
      ['investor Kestrel Motors, payee Lumen Batteries: equity-investment ..10000000000 USD, announced'],
    ],
    [
      'Halden Gruppen took a 20% stake in Fjordlys Energi for NKr2.4bn.',
      [
        'investor Halden Gruppen, payee Fjordlys Energi: equity-investment 2400000000..2400000000 NOK, completed',
      ],
    ],
    [
      'Merrow Pharma will pay Tallis Biosciences $100m upfront, and up to $1.2bn in milestones, to license its obesity drug.',
      ['payer Merrow Pharma, payee Tallis Biosciences: licensing 100000000..100000000 USD, announced'],
    ],
    [
      'Arden Telecom and Lomax Mobile have formed a joint venture to build fibre networks in Kenya.',
      ['partner Arden Telecom, partner Lomax Mobile: joint-venture undisclosed, announced'],
    ],
    [
      'Cairnwell Data leased 200MW from Stratus Holdings under a 12-year agreement worth $3.6bn.',
      ['payer Cairnwell Data, payee Stratus Holdings: lease 3600000000..3600000000 USD, 12 years, signed'],
    ],
    [
      'Ostrava Steel signed a 15-year power purchase agreement with Brno Wind for 250MW.',
      ['payer Ostrava Steel, payee Brno Wind: ppa undisclosed, 15 years, signed'],
    ],
    [
      'Sunridge Solar raised $500m in a round led by Harbour Capital, with participation from Elm Ventures and Quayside Partners.',
      [
        'investor Harbour Capital, investor Elm Ventures, investor Quayside Partners, payee Sunridge Solar: equity-investment 500000000..500000000 USD, completed',
      ],
    ],
    [
      'Penrose Airways has ordered 40 jets from Vantage Aerospace in a deal worth about $5.2bn at list prices.',
      ['payer Penrose Airways, payee Vantage Aerospace: supply 5200000000..5200000000 USD, signed'],
    ],
    [
      'Calder Bank lent Wickham Homes £120m to build houses in Leeds.',
      ['lender Calder Bank, borrower Wickham Homes: debt-financing 120000000..120000000 GBP, announced'],
    ],
    [
      'Wickham Homes secured a £120m loan from Calder Bank.',
      ['lender Calder Bank, borrower Wickham Homes: debt-financing 120000000..120000000 GBP, completed'],
    ],
    [
      'Tasman Copper has agreed an offtake agreement with Hanjin Metals worth A$900m over eight years.',
      ['payer Tasman Copper, payee Hanjin Metals: offtake 900000000..900000000 AUD, 8 years, signed'],
    ],
    [
      "Regulators have approved Brandt Chemie's €4.1bn acquisition of Lorient Plastics.",
      ['payer Brandt Chemie, target Lorient Plastics: acquisition 4100000000..4100000000 EUR, approved'],
    ],
    [
      'Brandt Chemie completed its €4.1bn acquisition of Lorient Plastics in March.',
      ['payer Brandt Chemie, target Lorient Plastics: acquisition 4100000000..4100000000 EUR, completed'],
    ],
    [
      'Osprey Retail scrapped its £650m takeover of Finch Stores.',
      ['payer Osprey Retail, target Finch Stores: acquisition 650000000..650000000 GBP, terminated'],
    ],
    [
      'Delmar Motors is in talks to acquire Pico Robotics for $1.5bn, people familiar with the matter said.',
      ['payer Delmar Motors, target Pico Robotics: acquisition 1500000000..1500000000 USD, talks'],
    ],
    [
      'Delmar Motors signed a non-binding letter of intent with Pico Robotics to supply 4,000 robots worth $300m.',
      ['payer Pico Robotics, payee Delmar Motors: supply 300000000..300000000 USD, letter-of-intent'],
    ],
    [
      'Kaduna Cement plans to spend $2bn on a new plant in Sokoto.',
      ['payer Kaduna Cement: capex 2000000000..2000000000 USD, proposed'],
    ],
    [
      'Ridgeway Semiconductor is building an $11bn factory in Dresden.',
      ['payer Ridgeway Semiconductor: capex 11000000000..11000000000 USD, announced'],
    ],
    [
      'Marlow Water sold its Scottish unit to Clyde Utilities for £310 million.',
      ['payer Clyde Utilities, payee Marlow Water: acquisition 310000000..310000000 GBP, completed'],
    ],
    [
      'Clyde Utilities bought a 30 per cent stake in Tay Hydro from Marlow Water for £85m.',
      [
        'investor Clyde Utilities, target Tay Hydro, payee Marlow Water: equity-investment 85000000..85000000 GBP, completed',
      ],
    ],
    [
      'The contract was awarded to Norwood Rail by Lowland Transport.',
      ['payer Lowland Transport, payee Norwood Rail: other undisclosed, signed'],
    ],
    [
      'Zenith Insurance is to be taken over by Polaris Re in a $7.7bn deal.',
      ['payer Polaris Re, target Zenith Insurance: acquisition 7700000000..7700000000 USD, announced'],
    ],
    [
      'Verity Software will be acquired by Gables Equity for $27 a share, valuing it at $3.4bn.',
      ['payer Gables Equity, target Verity Software: acquisition undisclosed, announced'],
    ],
    [
      'Maharana Infra bagged an order worth Rs 1,250 crore from Konkan Ports Authority.',
      ['payer Konkan Ports Authority, payee Maharana Infra: supply 12500000000..12500000000 INR, signed'],
    ],
    ['Shares in Maharana Infra rose 4% to Rs 812 after it reported a profit of Rs 90 crore.', []],
    [
      'Elland Capital led a $60m Series B round in Nimbus Health.',
      ['investor Elland Capital, payee Nimbus Health: equity-investment 60000000..60000000 USD, completed'],
    ],
    [
      'The European Investment Bank will lend Silesia Rail €300m.',
      [
        'lender European Investment Bank, borrower Silesia Rail: debt-financing 300000000..300000000 EUR, announced',
      ],
    ],
    [
      'Orca Foods issued $750m of senior notes.',
      ['borrower Orca Foods: debt-financing 750000000..750000000 USD, completed'],
    ],
    [
      'Coral Gas agreed to supply Baltic Power with LNG for 10 years.',
      ['payer Baltic Power, payee Coral Gas: supply undisclosed, 10 years, signed'],
    ],
    [
      'Kite Airlines cancelled its $2bn order with Vantage Aerospace.',
      ['payer Kite Airlines, payee Vantage Aerospace: supply 2000000000..2000000000 USD, terminated'],
    ],
    [
      'Tern Mobile has an option to buy Gull Towers for €600m.',
      ['payer Tern Mobile, target Gull Towers: acquisition 600000000..600000000 EUR, option'],
    ],
    [
      'Plover Foods is considering a bid for Snipe Dairies that could be worth £900m.',
      ['payer Plover Foods, target Snipe Dairies: acquisition 900000000..900000000 GBP, rumoured'],
    ],
    ['Analysts at Wren Securities expect revenue of $4bn at Dunlin Steel.', []],
    ['A Tokyo court fined Heron Motors $30m.', []],
    ['Quillon Tech said it would buy back $5bn of its shares.', []],
    [
      'Sable Mining, which bought Onyx Gold for $410m in 2022, reported lower profits.',
      ['payer Sable Mining, target Onyx Gold: acquisition 410000000..410000000 USD, completed'],
    ],
    [
      "Dunlin Steel's $900 million contract with Petrel Shipyards runs until 2031.",
      ['partner Dunlin Steel, partner Petrel Shipyards: other 900000000..900000000 USD, signed'],
    ],
    [
      "Dunlin Steel's $900 million contract with Petrel Shipyards runs until 2031. Dunlin Steel will pay Petrel Shipyards $900 million.",
      ['payer Dunlin Steel, payee Petrel Shipyards: other 900000000..900000000 USD, signed'],
    ],
    [
      'Jackdaw Pictures plc granted Rook Media Ltd exclusive rights to its films for $40 million.',
      ['payer Rook Media Ltd, payee Jackdaw Pictures plc: licensing 40000000..40000000 USD, signed'],
    ],
    [
      'Ibis Health paid $75 million for Stork Clinics.',
      ['payer Ibis Health, target Stork Clinics: acquisition 75000000..75000000 USD, completed'],
    ],
    [
      'Siskin Bank agreed to sell its card business to Merlin Payments for $640m.',
      ['payer Merlin Payments, payee Siskin Bank: acquisition 640000000..640000000 USD, signed'],
    ],
    [
      'Lapwing Foods won a five-year, £50m contract from Avocet Schools.',
      ['payer Avocet Schools, payee Lapwing Foods: other 50000000..50000000 GBP, 5 years, signed'],
    ],
    [
      'Grebe Labs has committed $300 billion to Teal Cloud and $90 billion to Wigeon Compute.',
      [
        'payer Grebe Labs, payee Teal Cloud: other 300000000000..300000000000 USD, announced',
        'payer Grebe Labs, payee Wigeon Compute: other 90000000000..90000000000 USD, announced',
      ],
    ],
    [
      'Bittern Air will buy engines from Crane Turbines for $1.8bn.',
      ['payer Bittern Air, payee Crane Turbines: supply 1800000000..1800000000 USD, announced'],
    ],
    ['Quarry Holdings reported revenue of $2.4bn and a loss of $300m.', []],
    ['The offer values Oakhurst Dairies at £2.1bn.', []],
    ['Rowan Steel has market value of $4bn after shares in Larch Metals rose.', []],
    [
      "Harrow Metals' commitments now total $400bn across Alder Cloud ($38 billion), Beech Systems ($300 billion) and Cedar Compute ($62 billion).",
      [
        'payer Harrow Metals, payee Alder Cloud: other 38000000000..38000000000 USD, signed',
        'payer Harrow Metals, payee Beech Systems: other 300000000000..300000000000 USD, signed',
        'payer Harrow Metals, payee Cedar Compute: other 62000000000..62000000000 USD, signed',
      ],
    ],
    [
      'A consortium led by Moss Partners has agreed to buy Heath Water for £1.9 billion.',
      ['payer Moss Partners, target Heath Water: acquisition 1900000000..1900000000 GBP, signed'],
    ],
    [
      "Moss Partners' £1.9bn purchase of Heath Water was blocked by the regulator.",
      ['payer Moss Partners, target Heath Water: acquisition 1900000000..1900000000 GBP, terminated'],
    ],
    [
      'Dutch brewer Vliet has snapped up Bremen Cider, a maker of perry, for €85m.',
      ['payer Vliet, target Bremen Cider: acquisition 85000000..85000000 EUR, completed'],
    ],
    [
      'Its rival Bremen Cider was sold to Vliet for €85m in 2019.',
      ['payer Vliet, target Bremen Cider: acquisition 85000000..85000000 EUR, completed'],
    ],
    [
      'Poplar Trust let 10 Wharf Street to Sorrel Media.',
      ['payer Sorrel Media, payee Poplar Trust: lease undisclosed, signed'],
    ],
    [
      'Rook Media has extended its five-year supply agreement with Sorrel Paper.',
      ['payer Rook Media, payee Sorrel Paper: supply undisclosed, 5 years, signed'],
    ],
    [
      'Thornbury Motors and Vale Batteries ended a $1bn joint venture.',
      [
        'partner Thornbury Motors, partner Vale Batteries: joint-venture 1000000000..1000000000 USD, terminated',
      ],
    ],
    [
      'Sedge Airlines will lease 12 jets from Fen Aviation.',
      ['payer Sedge Airlines, payee Fen Aviation: lease undisclosed, announced'],
    ],
    [
      'Cobalt Ridge Copper entered into an offtake agreement with Umber Smelting.',
      ['payer Cobalt Ridge Copper, payee Umber Smelting: offtake undisclosed, signed'],
    ],
    [
      'Reedham Rail was awarded a £90m grant by Lowland Transport.',
      ['payer Lowland Transport, payee Reedham Rail: other 90000000..90000000 GBP, signed'],
    ],
    [
      'Fennel Therapeutics out-licensed its lead asset to Sage Pharma for up to $450m.',
      ['payer Sage Pharma, payee Fennel Therapeutics: licensing ..450000000 USD, signed'],
    ],
    [
      'Terms of the $5m deal between Acorn Games and Pixelforge were kept quiet.',
      ['partner Acorn Games, partner Pixelforge: other 5000000..5000000 USD, signed'],
    ],
    [
      'D&V Corp. (DVC), the third-largest lender of Ohio, has agreed to buy Esker Bancshares Inc. (ESKB) for about $2.5bn, half of it in stock, and will then have branches along the whole of the coast.',
      ['payer D&V Corp, target Esker Bancshares Inc: acquisition 2500000000..2500000000 USD, signed'],
    ],
    [
      'Ostrava Solar will purchase approximately US$2.1bn worth of wafers from Grunwald Silicon, owned by Meissen Holdings.',
      ['payer Ostrava Solar, payee Grunwald Silicon: chip-supply 2100000000..2100000000 USD, announced'],
    ],
    [
      "The Qadir Fund has announced a $3.5bn investment in taxi app Rideline and said it may put up to $45bn into a $100bn fund formed by Japan's Sakai Group.",
      [
        'investor Qadir Fund, payee Sakai Group: equity-investment ..45000000000 USD, proposed',
        'investor Qadir Fund, payee Rideline: equity-investment 3500000000..3500000000 USD, announced',
      ],
    ],
    [
      "Harbour Systems was Quillmind's largest backer by then, having invested some US$13bn.",
      [
        'investor Harbour Systems, payee Quillmind: equity-investment 13000000000..13000000000 USD, completed',
      ],
    ],
    [
      'Airwave Africa Plc has announced the sale of the tower portfolio of its subsidiary in Tanzania to Selby Communications Corporation and Paragon Infrastructure Limited.',
      [
        'payer Selby Communications Corporation, payer Paragon Infrastructure Limited, payee Airwave Africa Plc: acquisition undisclosed, announced',
      ],
    ],
    [
      "Deneb Bridge and Canada's Brook Asset Management would take a 51% share in GT Towers.",
      [
        'payer Deneb Bridge, payer Brook Asset Management, target GT Towers: acquisition undisclosed, announced',
      ],
    ],
    [
      'Kolkata Rail Systems won orders worth Rs 190 crore, including orders worth Rs 180 crore from Bihar Ports for cranes and worth Rs 10 crore from Hooghly Docks.',
      [
        'payer Bihar Ports, payee Kolkata Rail Systems: supply 1800000000..1800000000 INR, signed',
        'payer Hooghly Docks, payee Kolkata Rail Systems: supply 100000000..100000000 INR, signed',
      ],
    ],
    [
      'Kestrel Foods held merger talks with Linnet Brands last year.',
      ['partner Kestrel Foods, partner Linnet Brands: acquisition undisclosed, announced'],
    ],
    [
      'Mallow Bancshares Inc will become part of Norton Bank.',
      ['payer Norton Bank, target Mallow Bancshares Inc: acquisition undisclosed, announced'],
    ],
    [
      'Orme plc and Pell plc are in advanced talks to combine in an all-share deal that would create a group with an enterprise value of about €18bn.',
      ['partner Orme plc, partner Pell plc: acquisition 18000000000..18000000000 EUR, talks'],
    ],
    [
      'Vale Capital is to contribute another €120m in convertible debt to Wensum Robotics.',
      ['lender Vale Capital, borrower Wensum Robotics: debt-financing 120000000..120000000 EUR, announced'],
    ],
    [
      "Yare Steel will receive 100 percent of the output from Zeal Power's wind farm.",
      ['payer Yare Steel, payee Zeal Power: ppa undisclosed, announced'],
    ],
    [
      'Cam Systems sold a 49% interest in its Lovelock site to Derwent Fund II, L.P. for $265m.',
      ['investor Derwent Fund II, payee Cam Systems: equity-investment 265000000..265000000 USD, completed'],
    ],
    [
      'Itchen Batteries will supply cells worth 10tn won to Kennet Motors.',
      ['payer Kennet Motors, payee Itchen Batteries: supply 10000000000000..10000000000000 KRW, announced'],
    ],
    [
      'Rother Software has been bought by Stour Equity in a deal understood to be worth £40m.',
      ['payer Stour Equity, target Rother Software: acquisition 40000000..40000000 GBP, completed'],
    ],
    [
      'Stour Equity has backed Tamar Foods with a £25m investment.',
      ['investor Stour Equity, payee Tamar Foods: equity-investment 25000000..25000000 GBP, completed'],
    ],
    [
      'Wye Supermarkets has appointed Ure Logistics to run its depots in a £75m deal.',
      ['payer Wye Supermarkets, payee Ure Logistics: other 75000000..75000000 GBP, signed'],
    ],
    [
      "Dart Petroleum's £1.2bn offer for Colne Energy was rejected.",
      ['payer Dart Petroleum, target Colne Energy: acquisition 1200000000..1200000000 GBP, terminated'],
    ],
    [
      'Kent Rail Holdings ordered 60 trains worth £800m from Loddon Rolling Stock.',
      ['payer Kent Rail Holdings, payee Loddon Rolling Stock: supply 800000000..800000000 GBP, signed'],
    ],
    [
      'Otter Shipping placed a $1.9bn order for ten vessels with Piddle Yards.',
      ['payer Otter Shipping, payee Piddle Yards: supply 1900000000..1900000000 USD, signed'],
    ],
    [
      'Teign Bank, Taw Bank and Tone Bank will provide Usk Energy with a €700m loan.',
      [
        'lender Teign Bank, lender Taw Bank, lender Tone Bank, borrower Usk Energy: debt-financing 700000000..700000000 EUR, signed',
      ],
    ],
    [
      'Usk Energy has closed a €700 million refinancing with a group of eight banks.',
      ['borrower Usk Energy: debt-financing 700000000..700000000 EUR, completed'],
    ],
    [
      'Chew Labs and Dore Health announced a strategic partnership.',
      ['partner Chew Labs, partner Dore Health: other undisclosed, signed'],
    ],
    [
      'Brandt Aerospace has been awarded a $2.7bn firm-fixed-price contract for helicopter support.',
      ['payee Brandt Aerospace: services 2700000000..2700000000 USD, signed'],
    ],
    [
      'Garner Stores said it would sell 120 grocery stores to Cotter Wholesale Grocers so that the regulator allows its nearly $25-billion takeover of Alberton Foods.',
      [
        'payer Cotter Wholesale Grocers, payee Garner Stores: acquisition undisclosed, announced',
        'payer Garner Stores, target Alberton Foods: acquisition ..25000000000 USD, announced',
      ],
    ],
    [
      'Rio Mining rebuffed a $147bn takeover offer from rival Brock Hill Resources.',
      [
        'payer Brock Hill Resources, target Rio Mining: acquisition 147000000000..147000000000 USD, terminated',
      ],
    ],
    [
      'Singa Foods has secured a S$100m loan facility from Bedok Bank.',
      ['lender Bedok Bank, borrower Singa Foods: debt-financing 100000000..100000000 SGD, completed'],
    ],
  ])('reads %s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it('joins what headline and text say of one deal, and takes the amount from a later sentence', () => {
    expect(
      told(
        [
          'Brightwater to buy Oakhurst',
          '',
          'Brightwater Foods has agreed to buy Oakhurst Dairies, the two companies said on Monday.',
          'The deal is worth £2.1bn and needs the consent of shareholders.',
          '',
          'Brightwater Foods will pay for its £2.1bn takeover of Oakhurst Dairies from cash.',
        ].join('\n'),
      ),
    ).toEqual([
      'payer Brightwater Foods, target Oakhurst Dairies: acquisition 2100000000..2100000000 GBP, signed',
    ]);
  });

  it('takes no deal from what is set aside', () => {
    expect(
      told(
        'Shares in Larch Metals fell.\n\nAdvertisement\n\nRelated posts\n\nAcorn Games buys Pixelforge for $2bn',
      ),
    ).toEqual([]);
  });

  it('keeps evidence within the text, twice the same, whatever the text', () => {
    const word = fc.constantFrom(
      'Acorn Games',
      'Pixelforge plc',
      "Acorn's",
      'buys',
      'agreed to buy',
      'a stake in',
      '$2bn',
      '£5m-£9m',
      'deal',
      'with',
      'from',
      'by',
      'worth',
      'contract',
      '(',
      ')',
      ',',
      '.',
      '\n',
      '- ',
      ':',
      'which',
      'and',
      'led by',
      'the company',
      'for 10 years',
      '—',
      '\u{E000}',
      '\uD800',
      'raised',
      'round',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const text = words.join(' ');
        const deals = dealsIn(readingOf(text));
        expect(deals).toEqual(dealsIn(readingOf(text)));
        for (const { evidenceStart, evidenceEnd, parties, low, high } of deals) {
          expect(evidenceStart).toBeGreaterThanOrEqual(0);
          expect(evidenceEnd).toBeGreaterThan(evidenceStart);
          expect(evidenceEnd).toBeLessThanOrEqual(text.length);
          expect(parties.length).toBeGreaterThan(0);
          expect(low !== null && high !== null && low > high).toBe(false);
        }
      }),
    );
  });

  it.each([
    'Acorn Games buys Pixelforge plc for $5bn. ',
    '$5 billion deal with Acorn Games and Pixelforge plc, ',
    "Acorn's ",
    '- Acorn Games: $5bn\n',
    'Acorn Games, the ',
    'a group of lenders led by a unit of ',
    'deal worth of an agreement to ',
  ])(
    'comes to an end on %j alone, within the time of a test',
    (piece) => {
      const text = piece.repeat(Math.ceil(100_000 / piece.length));
      const ends = dealsIn(readingOf(text)).map(({ evidenceEnd }) => evidenceEnd);
      expect(ends.every((end) => end <= text.length)).toBe(true);
    },
    60_000,
  );
});
