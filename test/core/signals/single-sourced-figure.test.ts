import { describe, expect, it } from 'vitest';
import type { CitationFacts, FigureFacts, LedgerView, SourceFacts } from '#core/model/ledger-view.ts';
import { evaluateSignals } from '#core/signals/evaluate.ts';
import { caseView, openai } from '../case-view.ts';
import { entityRow, figureRow, sourceRow, viewOf } from '../view-rows.ts';

const ID = 'single-sourced-figure';
const named = (view: LedgerView, subject: string, name: string) => {
  const flag = evaluateSignals(view, [subject], []).find(
    ({ signal, scope }) => signal === ID && scope.kind !== 'total' && scope.name === name,
  );
  if (flag === undefined) throw new Error(`No flag on ${name}.`);
  return flag;
};

const company = entityRow('ent_x', 'X');
const revenue = (source: SourceFacts, amount = 100, extra: Partial<FigureFacts> = {}) =>
  figureRow({
    id: `fig_${source.id}`,
    about: company.id,
    metric: 'revenue',
    basis: 'fiscal-year',
    source,
    amount,
    extra,
  });
const total = (amount: number) =>
  figureRow({
    id: 'fig_total',
    about: company.id,
    metric: 'total-commitments',
    source: sourceRow('src_t', 'A'),
    amount,
    extra: { credibility: 1 },
  });
const of = (figures: readonly FigureFacts[], citations: readonly (readonly [string, string])[] = []) =>
  named(
    viewOf({
      entities: [company],
      figures,
      citations: citations.map(
        ([sourceId, citesId], at): CitationFacts => ({ id: `c${at}`, sourceId, citesId }),
      ),
    }),
    company.id,
    'X: revenue, fiscal year',
  );
const [c, d, e] = [sourceRow('src_c', 'C'), sourceRow('src_d', 'D'), sourceRow('src_e', 'E')];

describe('the case', () => {
  it.each([
    ['OpenAI buys cloud compute from CoreWeave', 1, 'warn'],
    ['OpenAI buys cloud compute from AWS', 2, 'clear'],
    ['OpenAI: total commitments', 4, 'clear'],
    ['OpenAI: revenue, trailing 12m', 1, 'warn'],
  ])('%s', (name, origins, severity) => {
    const flag = named(caseView, openai.id, name);
    expect([flag.value?.point, flag.severity]).toEqual([origins, severity]);
  });

  it('says what rests on the figure', () => {
    const flag = named(caseView, openai.id, 'OpenAI buys cloud compute from CoreWeave');
    expect(flag.note).toContain('Supplier concentration: HHI');
    expect(flag.workings).toBe('1 claim in 1 document, from 1 independent origin');
  });
});

describe('one origin', () => {
  it('is watch, and warn where it is weak or carries a critical flag', () => {
    expect(of([revenue(c), total(200)]).severity).toBe('watch');
    expect(of([revenue(d), total(200)]).severity).toBe('warn');
    expect(of([revenue(c), total(900)]).severity).toBe('warn');
  });

  it('is enough where it is a filing', () => {
    expect(of([revenue(sourceRow('src_a', 'A'), 100, { credibility: 2 }), total(900)]).severity).toBe(
      'clear',
    );
    expect(of([revenue(sourceRow('src_a', 'A'), 100, { credibility: 3 }), total(900)]).severity).toBe('warn');
  });

  it('is all that documents have which rest on one another', () => {
    expect(of([revenue(c), revenue(d), total(200)]).severity).toBe('clear');
    const chain = [
      ['src_d', 'src_middle'],
      ['src_middle', 'src_c'],
    ] as const;
    const flag = of([revenue(c), revenue(d), total(200)], chain);
    expect([flag.value?.point, flag.severity]).toEqual([1, 'watch']);
    expect(flag.note).toContain('rest on one another');
    const ring = [
      ['src_c', 'src_d'],
      ['src_d', 'src_c'],
    ] as const;
    expect(of([revenue(c), revenue(d), total(200)], ring).value?.point).toBe(2);
  });

  it('is not helped by a source that says otherwise', () => {
    expect(of([revenue(c), revenue(e, 400), total(200)]).value?.point).toBe(1);
  });
});

it('no origin is critical', () => {
  expect(of([revenue({ ...c, id: '' }), total(200)]).severity).toBe('critical');
});

it('asks for a computed signal where none is', () => {
  const flag = evaluateSignals(viewOf({ entities: [company] }), [company.id], []).find(
    ({ signal }) => signal === ID,
  );
  expect(flag).toMatchObject({
    severity: 'insufficient-data',
    missing: ['a figure on which a computed signal rests'],
  });
});
