import { expect, it } from 'vitest';
import { acceptanceOf, type SubjectDocument } from '../../case/vectors/acceptance.ts';
import { compared, type Tree } from '../../case/vectors/tree.ts';
import { vectorOf } from '../../core/vectors.ts';
import { newDesk } from './run-cli.ts';

/** The acceptance list of the methods out of the program itself: a sample ledger on disk, `plumbline signals --json`. */
it.each(['2025-11-03', '2025-11-30'])(
  'TV37: 39 results and grade E out of `plumbline signals --json`, as of %s',
  (day) => {
    const { json, exit } = newDesk().run('signals', 'case.plumb', '--as-of', day, '--json');
    expect(exit).toBe(0);
    const [subject] = json.subjects as readonly SubjectDocument[];
    if (subject === undefined) throw new Error('No company is under review.');
    const expected = vectorOf('TV37').expected as Tree;
    const { numbers, differences } = compared(expected, acceptanceOf(subject), 'TV37', {
      isProse: (path) => /\.(note|subject)$/.test(path),
      toleranceAt: () => ({ relative: 1e-9, absolute: 1e-12 }),
    });
    expect(differences).toEqual([]);
    expect([(expected as readonly Tree[]).length, numbers]).toEqual([40, 39]);
  },
);
