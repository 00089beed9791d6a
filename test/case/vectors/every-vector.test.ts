import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gradeOf } from '#core/signals/grade.ts';
import { signalRegistry } from '#core/signals/registry.ts';
import { runSignals } from '#core/signals/run.ts';
import { allVectors } from '../../core/vectors.ts';
import { sampleView } from '../../main/signals/sample-view.ts';
import { acceptanceOf } from './acceptance.ts';
import { chance } from './chance.ts';
import { claims } from './claims.ts';
import { currency } from './currency.ts';
import { evidence } from './evidence.ts';
import { flows } from './flows.ts';
import { funding } from './funding.ts';
import { judgements } from './judgements.ts';
import { market } from './market.ts';
import { schedules } from './schedules.ts';
import { compared, type Measured, type Rules, type Tree } from './tree.ts';

/**
 * Every vector of the methods, none skipped: each is worked out of its inputs by the product, and every number that it
 * expects is compared with the one at the same place. A number that nothing measures fails the vector.
 */
const acceptance: Measured = () => {
  const { view, openai } = sampleView('2025-11-30');
  const flags = runSignals({ view, subjectIds: [openai], sets: [], signals: signalRegistry });
  return acceptanceOf({
    subject: 'OpenAI',
    grade: gradeOf(flags).grade,
    flags: flags.map(({ scope, ...flag }) => ({
      ...flag,
      scope: scope.kind === 'total' ? 'total' : scope.name,
    })),
  });
};

const measured: Readonly<Record<string, Measured>> = {
  ...funding,
  ...flows,
  ...evidence,
  ...market,
  ...claims,
  ...schedules,
  ...judgements,
  ...chance,
  ...currency,
  TV37: acceptance,
};

/** What a vector says to its reader: notes, the words of states, names of subjects. */
const PROSE = [/^TV06\.pairs\.\w+\.(note|state)$/, /^TV06\.notLoops$/, /^TV37\.\d+\.(note|subject)$/];

const rules: Rules = {
  isProse: (path) => PROSE.some((pattern) => pattern.test(path)),
  toleranceAt: (path) => {
    if (path.startsWith('TV34') || path.endsWith('.usdBn')) return { absolute: 5e-7 };
    // A hundred thousand trials stand this near the exact distribution; no two runs of other seeds stand nearer.
    if (path.startsWith('TV19.exactByQuadrature')) return { relative: 0.005 };
    if (/^TV33\.act/.test(path)) return { absolute: 5e-9 };
    return { relative: 1e-9, absolute: 1e-12 };
  },
};

const results = allVectors.map(({ id, inputs, expected }) => {
  const measure = measured[id];
  return {
    id,
    result: measure === undefined ? null : compared(expected as Tree, measure(inputs), id, rules),
  };
});

describe('the vectors of the methods', () => {
  it('are 37, each of them measured', () => {
    expect(results).toHaveLength(37);
    expect(results.filter(({ result }) => result === null).map(({ id }) => id)).toEqual([]);
  });

  it.each(results)('$id', ({ result }) => {
    expect(result?.differences).toEqual([]);
  });

  it('are measured by code that never sees what is expected', () => {
    const folder = import.meta.dirname;
    const own = readdirSync(folder).filter((name) => !/^(tree|every-vector\.test)\.ts$/.test(name));
    expect(own.length).toBeGreaterThan(5);
    for (const name of own)
      expect(readFileSync(join(folder, name), 'utf8'), name).not.toMatch(/\.expected\b|\bexpected\s*[},]/);
  });
});

describe('the comparison', () => {
  const plain: Rules = { isProse: () => false, toleranceAt: () => ({ relative: 1e-9 }) };
  const differences = (wanted: Tree, found: Tree) => compared(wanted, found, 'TV', plain).differences.length;

  it.each([
    [{ a: 1 }, { a: 1 + 1e-8 }],
    [{ a: 1 }, {}],
    [{ a: 1 }, { a: 1, b: 2 }],
    [[1, 2], [1]],
    [[1], [1, 2]],
    [{ a: null }, { a: 0 }],
    [{ a: 0 }, { a: null }],
    ['inf', null],
    [{ a: [] }, { a: [1] }],
    [1, '1'],
  ] as const)('tells %j from %j', (wanted, found) => {
    expect(differences(wanted, found)).toBe(1);
  });

  it('counts the numbers that it compared', () => {
    expect(compared({ a: [1, 'x', null], b: 2 }, { a: [1, 'x', null], b: 2 }, 'TV', plain)).toEqual({
      numbers: 2,
      differences: [],
    });
  });
});
