import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingOf } from '#core/extract/reading.ts';
import { certainMatch, entityNames, type KnownEntity } from '#core/reading/entity-matches.ts';
import { shortNamesOf } from '#core/reading/short-names.ts';

const known = (id: string, name: string, more: Partial<KnownEntity> = {}): KnownEntity => ({
  id,
  name,
  aliases: [],
  tickers: [],
  parentId: null,
  ...more,
});

const LEDGER = [
  known('ent_parent', 'Halden Group plc', { tickers: ['LSE: HLD'] }),
  known('ent_cloud', 'Halden Compute Services', { aliases: ['HCS'], parentId: 'ent_parent' }),
  known('ent_lake', 'Lake'),
  known('ent_lakeb', 'Lake Brothers', { aliases: ['Lake'] }),
  known('ent_person', 'Ada Brook'),
];
const { matchesOf } = entityNames(LEDGER);
const idsOf = (name: string) => matchesOf(name).map(({ id, by }) => [id, by]);

describe('matching names to entities', () => {
  it.each([
    ['Halden Group', 'ent_parent'],
    ['halden group PLC', 'ent_parent'],
    ['Halden', 'ent_parent'],
    ['the Halden Group’s', 'ent_parent'],
    ['HLD', 'ent_parent'],
    ['HCS', 'ent_cloud'],
    ['Halden Compute Services (HCS)', 'ent_cloud'],
    ['Ada  Brook', 'ent_person'],
  ])('knows %s', (name, id) => {
    expect(certainMatch(matchesOf(name))?.id).toBe(id);
  });

  it('shows all whom a name may mean, and takes none of several', () => {
    expect(idsOf('Lake')).toEqual([
      ['ent_lake', 'name'],
      ['ent_lakeb', 'alias'],
    ]);
    expect(certainMatch(matchesOf('Lake'))).toBeNull();
  });

  it('offers the parent, and never takes it for the name', () => {
    expect(idsOf('HCS')).toEqual([
      ['ent_cloud', 'alias'],
      ['ent_parent', 'parent'],
    ]);
    expect(idsOf('Halden Bank')).toEqual([['ent_parent', 'parent']]);
    expect(certainMatch(matchesOf('Halden Bank'))).toBeNull();
  });

  it('offers whoever has the same initials, and never takes them for the name', () => {
    const { matchesOf: among } = entityNames([known('ent_a', 'AWS'), known('ent_b', 'Northern Grid Lines')]);
    expect(among('Amazon Web Services')).toEqual([{ id: 'ent_a', name: 'AWS', by: 'initials' }]);
    expect(among('NGL')).toEqual([{ id: 'ent_b', name: 'Northern Grid Lines', by: 'initials' }]);
    expect(certainMatch(among('NGL'))).toBeNull();
    expect(certainMatch(among('Amazon Web Services', ['AWS']))?.id).toBe('ent_a');
  });

  it.each([
    ['Vale Tower Group (VTG) has grown. VTG pays Halden Systems $2m.', 'Vale Tower Group', ['VTG']],
    ['VTG (Vale Tower Group) pays Halden Systems $2m.', 'Vale Tower Group', ['VTG']],
    ['Vale Tower Group (London) pays Halden Systems $2m.', 'Vale Tower Group', []],
    ['Google Cloud grew. Google pays Halden Systems $2m.', 'Google Cloud', []],
  ])('reads in “%s” the initials of %s', (text, name, initials) => {
    expect(shortNamesOf(name, readingOf(text))).toEqual(initials);
  });

  it('knows nobody by likeness', () => {
    expect(matchesOf('Haldon')).toEqual([]);
    expect(matchesOf('it')).toEqual([]);
    expect(matchesOf('')).toEqual([]);
  });

  it('finds every entity by its own name in any case', () => {
    fc.assert(
      fc.property(fc.constantFrom(...LEDGER), fc.boolean(), (one, isUpper) => {
        const name = isUpper ? one.name.toUpperCase() : one.name.toLowerCase();
        expect(matchesOf(name).map(({ id }) => id)).toContain(one.id);
      }),
    );
  });
});
