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
