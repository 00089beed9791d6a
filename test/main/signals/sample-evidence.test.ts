import { describe, expect, it } from 'vitest';
import { evaluateSignals } from '#core/signals/evaluate.ts';
import { flagSchema } from '#core/signals/flag.ts';
import { gradeOf } from '#core/signals/grade.ts';
import { isClose, vectorOf } from '../../core/vectors.ts';
import { sampleView } from './sample-view.ts';

/** TV37 for evidence, market and grade, out of the sample case in a real ledger. */
const wanted = vectorOf('TV37').expected as readonly {
  readonly signal: string;
  readonly subject: string;
  readonly value: number | null;
  readonly severity: string;
}[];

describe.each(['2025-11-30', '2026-11-23'])('the sample ledger on %s', (asOf) => {
  const { view, openai } = sampleView(asOf);
  const flags = evaluateSignals(view, [openai], []);
  const found = (signal: string, measure: string | null, scope: string | null) => {
    const flag = flags.find(
      (one) =>
        one.signal === signal &&
        one.measure === measure &&
        (one.scope.kind === 'total' ? null : one.scope.name) === scope,
    );
    if (flag === undefined) throw new Error(`No ${signal} on ${scope}.`);
    return flag;
  };

  it.each([
    ['undisclosed-terms', 'OpenAI deals', null, null],
    ['source-disagreement', 'total commitments', 'amounts', 'OpenAI: total commitments'],
    ['source-disagreement', 'Amazon stake in Anthropic', 'amounts', 'Amazon invests in Anthropic'],
    ['source-disagreement', '2025 revenue', 'amounts', 'OpenAI: revenue, fiscal year'],
    ['source-disagreement', 'AWS market share', 'amounts', 'AWS: market share'],
    [
      'source-disagreement',
      'exclusivity end date, days',
      'dates',
      "Microsoft's right of first refusal on OpenAI's compute ends",
    ],
    ['basis-mismatch', '13 annual vs 20 projected run-rate', null, 'Purchase commitments to revenue'],
    ['claim-arithmetic', '000: five days vs Friday to Monday', 'days', null],
    ['stance-dispersion', 'independent speakers', null, null],
    ['market-reaction', 'AMZN +5% raw', null, null],
  ])('%s, %s', (signal, subject, measure, scope) => {
    const row = wanted.find((one) => one.signal === signal && one.subject === subject);
    const flag = found(signal, measure, scope);
    expect(flag.severity).toBe(row?.severity);
    if (row === undefined || row.value === null) expect(flag.value).toBeNull();
    else expect(isClose(flag.value?.point, row.value)).toBe(true);
  });

  it('the company grade is E', () => {
    const { grade, deciding, coverage } = gradeOf(flags);
    expect(grade).toBe(wanted.find(({ signal }) => signal === 'company-grade')?.severity);
    expect(new Set(deciding.map(({ pillar }) => pillar)).size).toBeGreaterThanOrEqual(3);
    expect(coverage.share).toBeGreaterThan(0.5);
  });

  it('names what the case names, and calls nothing else a contradiction', () => {
    const contradictions = flags
      .filter(({ signal, severity }) => signal === 'source-disagreement' && severity !== 'clear')
      .map(({ scope }) => (scope.kind === 'total' ? '' : scope.name));
    expect(contradictions.toSorted()).toEqual([
      'AWS deal announced',
      'AWS: market share',
      'Amazon invests in Anthropic',
      "Microsoft's right of first refusal on OpenAI's compute ends",
      'OpenAI buys cloud compute from Microsoft',
      'OpenAI: revenue, fiscal year',
      'OpenAI: total commitments',
    ]);
  });

  it('every card has its shape, its numbers, and the words it rests on', () => {
    expect(flags.map((flag) => flagSchema.parse(flag))).toEqual(flags);
    for (const flag of flags.filter(({ value }) => value !== null)) {
      expect(flag.workings, flag.signal).not.toBe('');
      const used = flag.inputs.filter(({ isUsed }) => isUsed);
      expect(used.length, flag.signal).toBeGreaterThan(0);
      expect(
        used.every(({ id, source }) => id !== '' && source !== ''),
        flag.signal,
      ).toBe(true);
    }
  });

  it('each card has one place', () => {
    const places = flags.map(({ signal, measure, scope }) =>
      [signal, measure, scope.kind === 'total' ? '' : scope.id].join('|'),
    );
    expect(new Set(places).size).toBe(places.length);
  });
});
