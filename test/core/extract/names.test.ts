import { expect, it } from 'vitest';
import { readingOf } from '#core/extract/reading.ts';

/** `form -> full name (kind)`. */
function names(text: string): readonly string[] {
  return readingOf(text).names.map(({ text: form, name, kind }) => `${form} -> ${name} (${kind})`);
}

it('reads names with their aliases, legal forms and initials', () => {
  expect(
    names(
      'Coastal Rail Services (CRS) agreed to buy Harbour Freight plc from Nordbank on Monday. Harbour Freight rose. CRS said it would pay in May.',
    ),
  ).toEqual([
    'Coastal Rail Services -> Coastal Rail Services (organisation)',
    'CRS -> Coastal Rail Services (organisation)',
    'Harbour Freight plc -> Harbour Freight plc (organisation)',
    'Nordbank -> Nordbank (other)',
    'Harbour Freight -> Harbour Freight plc (organisation)',
    'CRS -> Coastal Rail Services (organisation)',
    'it -> Coastal Rail Services (organisation)',
  ]);
});

it('tells people by role, honorific and given name, and knows them by surname', () => {
  expect(
    names(
      'Chief executive Ingrid Solheim said output would double. Solheim joined from Verdant Metals, a miner. She will own shares.',
    ),
  ).toEqual([
    'Ingrid Solheim -> Ingrid Solheim (person)',
    'Solheim -> Ingrid Solheim (person)',
    'Verdant Metals -> Verdant Metals (organisation)',
    'She -> Ingrid Solheim (person)',
  ]);
});

it('resolves what is said of a company to the one before, not to one named beside it', () => {
  const text =
    'Lumen Foods signed a lease with Northgate Estates.\n\nThe company will pay £4m. The retailer’s deal with Northgate Estates runs for ten years.';
  expect(names(text).filter((line) => /^[Tt]he /u.test(line))).toEqual([
    'The company -> Lumen Foods (organisation)',
    'The retailer -> Lumen Foods (organisation)',
  ]);
});

it('keeps no possessive, straight or curly, but where a name is never without', () => {
  const text =
    "Lakeside’s reported offer fell. Lakeside’s has no rival. Lakeside signed. Harbour's said little. Harbour rose. Marston’s said sales grew. Marston’s pubs opened.";
  expect(
    names(text)
      .filter((line) => /^(?:Lakeside|Harbour|Marston)/u.test(line))
      .map((line) => line.split(' (')[0]),
  ).toEqual([
    'Lakeside -> Lakeside',
    'Lakeside -> Lakeside',
    'Lakeside -> Lakeside',
    'Harbour -> Harbour',
    'Harbour -> Harbour',
    'Marston’s -> Marston’s',
    'Marston -> Marston’s',
  ]);
});

it('knows numbers, first words and codes of shares as parts of names, and no dateline', () => {
  const text =
    'LEEDS (Northern Wire) - Studio 9 (STN.O) said on Monday it would buy First Alder Financial Group Inc from Union Trust. AWS (Amber Water Services) declined.';
  expect(names(text)).toEqual([
    'Studio 9 -> Studio 9 (organisation)',
    'it -> Studio 9 (organisation)',
    'First Alder Financial Group Inc -> First Alder Financial Group Inc (organisation)',
    'Union Trust -> Union Trust (organisation)',
    'AWS -> Amber Water Services (organisation)',
    'Amber Water Services -> Amber Water Services (organisation)',
  ]);
});
