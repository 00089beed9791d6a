import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signalMeasures } from '#core/signals/registry.ts';
import { type FileSet, readThresholdFile, writeThresholdFile } from '#core/signals/threshold-file.ts';

const set: FileSet = {
  key: 'commitment-to-revenue',
  scope: 'ledger',
  entity: null,
  sector: null,
  watch: 1,
  warn: 3,
  critical: 6,
  reason: 'House view',
};
const faultsOf = (text: string) => {
  const read = readThresholdFile(text);
  return read.state === 'ok' ? [] : read.faults;
};
const withSets = (...sets: readonly object[]) => writeThresholdFile(sets as FileSet[]);

describe('a file of thresholds', () => {
  it('gives back what was written, whatever the names and reasons hold', () => {
    const words = fc.string({ minLength: 3, maxLength: 30 }).filter((text) => text.trim().length >= 3);
    const one = fc
      .record({ measure: fc.constantFrom(...signalMeasures), at: fc.integer({ min: -50, max: 50 }), words })
      .map(
        ({ measure, at, words: text }): FileSet => ({
          key: measure.key,
          scope: 'sector',
          entity: null,
          sector: text,
          watch: at,
          warn: at + (measure.isLowerWorse ? -1 : 1),
          critical: at + (measure.isLowerWorse ? -2 : 2),
          reason: text.trim(),
        }),
      );
    fc.assert(
      fc.property(fc.array(one, { maxLength: 8 }), (sets) => {
        const placed = sets.map((each, at) => ({ ...each, sector: `${each.sector} ${at}` }));
        const read = readThresholdFile(writeThresholdFile(placed));
        expect(read.state === 'ok' ? read.sets.map(({ line: _, ...each }) => each) : read.faults).toEqual(
          placed,
        );
      }),
    );
  });

  it('names the line of every fault, and gives no sets at all', () => {
    const text = withSets(
      set,
      { ...set, key: 'no-such-signal' },
      { ...set, scope: 'entity', entity: 'A "[{" name', warn: 0.5 },
      { ...set, scope: 'entity' },
      set,
    );
    expect(faultsOf(text)).toEqual([
      { line: 7, message: 'There is no signal no-such-signal.' },
      {
        line: 8,
        message: 'The steps of commitment-to-revenue are not in order: watch 1, warn 0.5, critical 6.',
      },
      { line: 9, message: 'A set for one entity must name just that.' },
      { line: 10, message: 'The same place is set on line 6 already.' },
    ]);
  });

  it.each([
    ['not JSON', '{', 'The file is not JSON.'],
    ['another document', '{"a": 1}', 'The file holds no threshold sets of Plumbline'],
    ['a later version', writeThresholdFile([set]).replace('"version": 1', '"version": 2'), 'version'],
    ['an unknown field', writeThresholdFile([set]).replace('"watch"', '"wacht"'), 'watch'],
    ['no number', writeThresholdFile([set]).replace('"watch":1', '"watch":"1"'), 'watch'],
    ['no reason', writeThresholdFile([{ ...set, reason: '  ' }]), 'reason'],
  ])('%s is refused with a sentence', (_, text, words) => {
    expect(
      faultsOf(text)
        .map(({ message }) => message)
        .join(),
    ).toContain(words);
  });

  it('may be empty, and may begin with a byte order mark', () => {
    expect(readThresholdFile(`\uFEFF${writeThresholdFile([])}`)).toEqual({ state: 'ok', sets: [] });
  });
});
