import { describe, expect, it } from 'vitest';
import { opinionOf } from '#core/metrics/stance.ts';
import type { QuoteFacts } from '#core/model/ledger-view.ts';
import { bandOf } from '#core/signals/bands.ts';
import { runSignals } from '#core/signals/run.ts';
import { stanceDispersion } from '#core/signals/stance-dispersion.ts';
import { caseView, openai, sources } from '../case-view.ts';
import { quoteRow } from '../event-rows.ts';
import { isClose, vectorOf } from '../vectors.ts';
import { entityRow, sourceRow } from '../view-rows.ts';

const { inputs, expected } = vectorOf('TV13');
const person = (name: string) => entityRow(`ent_${name}`, name, { kind: 'person' });
const quotesOf = (stances: Record<string, number>, isAffiliated: 0 | 1) =>
  Object.entries(stances).map(([name, stance]) =>
    quoteRow(`quo_${name}`, person(name), stance, sources.press, { aboutId: openai.id, isAffiliated }),
  );
const all = [...quotesOf(inputs.independent, 0), ...quotesOf(inputs.affiliated, 1)];
const flagOf = (quotes: readonly QuoteFacts[], asOf = caseView.asOf) => {
  const [flag] = runSignals({
    view: { ...caseView, asOf, quotes },
    subjectIds: [openai.id],
    sets: [],
    signals: [stanceDispersion],
  });
  if (flag === undefined) throw new Error('No flag.');
  return flag;
};

describe('TV13', () => {
  it.each([
    ['independent', Object.values(inputs.independent)],
    ['all', [...Object.values(inputs.independent), ...Object.values(inputs.affiliated)]],
    ['affiliatedOnly', Object.values(inputs.affiliated)],
  ])('%s', (group, stances) => {
    const found = opinionOf((stances as number[]).map((stance) => ({ stance })));
    const { n, mean, dispersion, pos, neg, neu } = expected[group];
    expect([found?.count, found?.inFavour, found?.against, found?.neutral]).toEqual([n, pos, neg, neu]);
    expect(isClose(found?.mean, mean)).toBe(true);
    expect(Math.abs((found?.dispersion ?? 1) - dispersion)).toBeLessThanOrEqual(1e-9);
  });

  it('the flag is that of the independent, the affiliated stand beside it', () => {
    const flag = flagOf(all);
    expect(isClose(flag.value?.point, 0.89)).toBe(true);
    expect([flag.severity, flag.unit]).toEqual(['warn', 'score']);
    expect(flag.note).toContain('10 independent speakers: 4 in favour, 5 against, 1 neutral; mean -0.1.');
    const others = flag.alternatives.filter(({ label }) => label.includes('ffiliated'));
    expect(others.map(({ value }) => value?.point)).toEqual([expect.closeTo(expected.all.dispersion, 9), 0]);
    expect(flag.inputs.filter(({ isUsed }) => isUsed)).toHaveLength(10);
    expect(flag.inputs.every(({ kind, quote }) => kind === 'quote' && quote !== null)).toBe(true);
  });
});

describe('votes', () => {
  const [a, b, c, d] = ['A', 'B', 'C', 'D'].map(person) as [
    ReturnType<typeof person>,
    ReturnType<typeof person>,
    ReturnType<typeof person>,
    ReturnType<typeof person>,
  ];
  const say = (
    id: string,
    who: ReturnType<typeof person>,
    stance: number | null,
    extra: Partial<QuoteFacts> = {},
  ) => quoteRow(id, who, stance, sources.press, { aboutId: openai.id, ...extra });
  const rest = [say('q2', b, 1), say('q3', c, 1)];

  it('the latest of a speaker counts, by day and then by recording', () => {
    const early = say('q1', a, -1, { saidOn: '2025-01-01', recordedSeq: 9 });
    expect(flagOf([early, say('q0', a, 1, { saidOn: '2025-02-01' }), ...rest]).value?.point).toBe(0);
    expect(isClose(flagOf([early, ...rest]).value?.point, 8 / 9)).toBe(true);
    const again = say('q0', a, 1, { saidOn: '2025-01-01', recordedSeq: 10 });
    expect(flagOf([early, again, ...rest]).value?.point).toBe(0);
  });

  it('words without a stance give none', () => {
    expect(flagOf([say('q1', a, null), ...rest]).state).toBe('insufficient-data');
  });

  it('of those who belong to the company are counted apart', () => {
    const insider = say('q1', a, 1, { affiliationId: openai.id });
    expect(flagOf([insider, ...rest])).toMatchObject({
      severity: 'insufficient-data',
      missing: ['a coded stance of at least 3 independent speakers (2 on file)'],
    });
  });

  it('count for deals of the company, not for what was said later or of others', () => {
    const onDeal = say('q1', a, -1, { aboutId: null, aboutDealId: 'dea_aws' });
    expect(flagOf([onDeal, ...rest]).state).toBe('ok');
    expect(flagOf([say('q1', a, -1, { aboutId: d.id }), ...rest]).state).toBe('insufficient-data');
    expect(flagOf([say('q1', a, -1, { saidOn: '2026-01-01' }), ...rest]).state).toBe('insufficient-data');
    const later = quoteRow('q1', a, -1, sourceRow('s', 'C', '2026-01-01'), { aboutId: openai.id });
    expect(flagOf([later, ...rest]).state).toBe('insufficient-data');
  });
});

it('is never critical', () => {
  const [{ defaults }] = stanceDispersion.measures;
  expect([0.5, 0.51, 0.75, 0.76, 1].map((amount) => bandOf(amount, defaults, false))).toEqual([
    'clear',
    'watch',
    'watch',
    'warn',
    'warn',
  ]);
});
