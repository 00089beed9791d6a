import { expect, it } from 'vitest';
import type { SourceFacts } from '#core/model/ledger-view.ts';
import { evaluateSignals } from '#core/signals/evaluate.ts';
import { entityRow, figureRow, sourceRow, viewOf } from '../view-rows.ts';

const company = entityRow('ent_x', 'X');

function tagsWith(days: Pick<SourceFacts, 'publishedOn' | 'recordedOn'>, asOf = '2025-11-03') {
  const source = { ...sourceRow('src', 'B'), ...days };
  const figure = (id: string, metric: 'revenue' | 'total-commitments', basis: 'fiscal-year' | 'stock') =>
    figureRow({ id, about: company.id, metric, basis, source, amount: 10 });
  const view = viewOf({
    asOf,
    entities: [company],
    sources: [source],
    figures: [figure('r', 'revenue', 'fiscal-year'), figure('t', 'total-commitments', 'stock')],
  });
  const flag = evaluateSignals(view, [company.id], []).find(
    ({ signal, scope }) => signal === 'commitment-to-revenue' && scope.kind === 'total',
  );
  expect(flag?.value?.point).toBe(1);
  return flag?.tags ?? [];
}

it('a source without a day that was recorded after the as-of day counts, and the flag says so', () => {
  expect(tagsWith({ publishedOn: null, recordedOn: '2025-11-04' })).toContain('publication-unknown');
});

it('says nothing where the day of recording or of publication shows that it was out', () => {
  expect(tagsWith({ publishedOn: null, recordedOn: '2025-11-03' })).not.toContain('publication-unknown');
  expect(tagsWith({ publishedOn: '2025-11-01', recordedOn: '2025-11-04' })).not.toContain(
    'publication-unknown',
  );
  expect(tagsWith({ publishedOn: null, recordedOn: null })).not.toContain('publication-unknown');
});
