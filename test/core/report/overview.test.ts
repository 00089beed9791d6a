import { describe, expect, it } from 'vitest';
import { composeOverview } from '#core/report/overview.ts';
import { evaluateSignals } from '#core/signals/evaluate.ts';
import { type Overview, overviewTopic } from '#shared/contract/reports.ts';
import { caseView, openai } from '../case-view.ts';
import { entityRow, viewOf } from '../view-rows.ts';

const flags = evaluateSignals(caseView, [openai.id], []);
const overview: Overview = composeOverview({ view: caseView, subjectId: openai.id, flags });

describe('the overview of the case', () => {
  it('has the shape of the contract', () => {
    expect(overviewTopic.get.output.parse(overview)).toEqual(overview);
  });

  it('has a tile for each headline number', () => {
    expect(
      overview.tiles.map(({ id, value, unit, severity }) => [
        id,
        Number(value?.point?.toPrecision(6)),
        unit,
        severity,
      ]),
    ).toEqual([
      ['stated-commitments', 1_400e9, 'USD', null],
      ['annual-revenue', 13e9, 'USD', null],
      ['commitment-to-revenue', 107.692, 'x', 'critical'],
      ['ntm-commitment-burden', 17.9487, 'x', 'critical'],
      ['loss-to-revenue', 3.69231, 'x', 'critical'],
      ['supplier-concentration', 4145.21, 'index', 'critical'],
      ['not-itemised', 789.6e9, 'USD', 'critical'],
    ]);
    expect(overview.tiles.slice(0, 2).map(({ figureId }) => figureId)).toEqual([
      'fig_total_000',
      'fig_revenue_000',
    ]);
  });

  it('sets commitments against each revenue of a year, the headline first', () => {
    expect(
      overview.commitmentsToRevenue.bars.map(({ label, ratio, basis, isHeadline }) => [
        label,
        ratio.lo,
        ratio.hi,
        basis,
        isHeadline,
      ]),
    ).toEqual([
      ['USD 13bn', 1_400 / 13, 1_400 / 13, 'trailing-12m', true],
      ['USD 100bn, by 2027', 14, 14, 'projection', false],
      ['USD 20bn', 70, 70, 'run-rate', false],
      ['USD 5bn to 10bn, 2025', 140, 280, 'third-party-estimate', false],
    ]);
  });

  it('draws the thresholds that apply to the subject', () => {
    const sets = [
      {
        id: 'thr',
        key: 'commitment-to-revenue',
        scope: 'ledger',
        entityId: null,
        sector: null,
        watch: 10,
        warn: 50,
        critical: 120,
        reason: null,
      },
    ] as const;
    const moved = evaluateSignals(caseView, [openai.id], sets);
    expect(
      composeOverview({ view: caseView, subjectId: openai.id, flags: moved }).commitmentsToRevenue.thresholds,
    ).toEqual({
      watch: 10,
      warn: 50,
      critical: 120,
    });
    expect(overview.commitmentsToRevenue.thresholds).toEqual({ watch: 1, warn: 3, critical: 6 });
  });

  it('gives what is owed to whom, what is undisclosed as unknown', () => {
    expect(
      overview.byCounterparty.map(({ name, amount, share, dealIds }) => [
        name,
        amount?.point ?? null,
        share?.toFixed(3) ?? null,
        dealIds,
      ]),
    ).toEqual([
      ['Oracle', 300e9, '0.491', ['dea_oracle']],
      ['Microsoft', 250e9, '0.410', ['dea_microsoft']],
      ['Amazon', 38e9, '0.062', ['dea_aws']],
      ['CoreWeave', 22.4e9, '0.037', ['dea_coreweave']],
      ['AMD', null, null, ['dea_amd']],
      ['Broadcom', null, null, ['dea_broadcom']],
      ['Google', null, null, ['dea_google']],
      ['Nvidia', null, null, ['dea_nvidia']],
    ]);
    expect(overview.unitemised).toBe(789.6e9);
  });
});

describe('the overview of an empty ledger', () => {
  const nobody = entityRow('ent_new', 'New');
  const view = viewOf({ entities: [nobody] });
  const empty = composeOverview({
    view,
    subjectId: nobody.id,
    flags: evaluateSignals(view, [nobody.id], []),
  });

  it('knows nothing, and shows no zero', () => {
    expect(overviewTopic.get.output.parse(empty)).toEqual(empty);
    expect(empty.tiles.map(({ value }) => value)).toEqual(Array(7).fill(null));
    expect([empty.currency, empty.unitemised, empty.byCounterparty, empty.commitmentsToRevenue.bars]).toEqual(
      ['', null, [], []],
    );
    expect(empty.tiles.filter(({ note }) => note === '')).toEqual([]);
  });

  it('refuses a subject that is not there', () => {
    expect(() => composeOverview({ view, subjectId: 'ent_nobody', flags: [] })).toThrow(RangeError);
  });
});
