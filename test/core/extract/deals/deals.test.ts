import { describe, expect, it } from 'vitest';
import { dealsIn } from '#core/extract/deals/deals.ts';
import { readingOf } from '#core/extract/reading.ts';

/** `payer Acme, payee Borealis: supply 38000000000 USD, 7 years, signed`. */
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
      'Oakhurst Dairies was acquired by Brightwater Foods for £2.1bn in 2021.',
      ['payer Brightwater Foods, target Oakhurst Dairies: acquisition 2100000000..2100000000 GBP, completed'],
    ],
    [
      'Kestrel Motors will invest up to $10 billion in Lumen Batteries.',
      ['investor Kestrel Motors, payee Lumen Batteries: equity-investment ..10000000000 USD, announced'],
    ],
    [
      'Norwood Rail was awarded a contract worth €640m by Lowland Transport.',
      ['payer Lowland Transport, payee Norwood Rail: other 640000000..640000000 EUR, signed'],
    ],
    [
      'Vindhya Engineering won a Rs 4,500 crore order from Sahyadri Power.',
      ['payer Sahyadri Power, payee Vindhya Engineering: supply 45000000000..45000000000 INR, signed'],
    ],
    ['Quarry Holdings reported revenue of $2.4bn and a loss of $300m.', []],
    ['The offer values Oakhurst Dairies at £2.1bn.', []],
  ])('reads %s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});
