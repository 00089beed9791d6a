import { beforeEach, describe, expect, it } from 'vitest';
import type { MatterLine, MatterReport } from '#core/report/matter.ts';
import { findHead } from '#main/ledger/commit.ts';
import { findLive } from '#main/ledger/versions.ts';
import { write } from '../ledger/temp-ledger.ts';
import { type SampleLedger, sampleLedger } from './sample-ledger.ts';

const REASON = 'The estimate is for the year under review.';

async function mattersIn(
  { call, openai }: SampleLedger,
  moment: object = {},
): Promise<readonly MatterLine[]> {
  const { matters } = await call<{ matters: readonly MatterLine[] }>('figures', 'disputes', {
    subjectId: openai,
    ...moment,
  });
  return matters;
}

async function matterNamed(sample: SampleLedger, name: string): Promise<MatterReport> {
  const line = (await mattersIn(sample)).find((one) => one.name === name);
  return sample.call<MatterReport>('figures', 'versions', { subjectId: sample.openai, id: line?.id ?? name });
}

const claimsOf = ({ versions }: MatterReport) =>
  versions.filter(({ difference }) => difference === null).map(({ stated }) => stated);
const apartIn = ({ versions }: MatterReport) =>
  versions
    .filter(({ difference }) => difference !== null)
    .map(({ stated, difference }) => `${stated}: ${difference}`);

describe('what the sources of the case say differently', () => {
  let sample: SampleLedger;
  beforeEach(() => {
    sample = sampleLedger();
  });

  it.each([
    ['OpenAI: revenue, fiscal year', ['USD 13bn', 'USD 5bn to 10bn'], 0.5366],
    ['Amazon invests in Anthropic: amount', ['USD 8bn', 'USD 4bn'], 0.6667],
    ['AWS: market share', ['31 %', 'about 29 %'], 0.0667],
  ])('contradicts: %s', async (name, claims, spread) => {
    const matter = await matterNamed(sample, name);
    expect(matter.verdict).toBe('contradict');
    expect(claimsOf(matter).toSorted()).toEqual([...claims].toSorted());
    expect(matter.spread).toBeCloseTo(spread, 4);
    expect(matter.settledBy).toMatch(/^Settled by the .+\.$/);
  });

  it('contradicts: total commitments, 1.4tn against about 1tn, while "over a trillion" excludes neither', async () => {
    const matter = await matterNamed(sample, 'OpenAI: total commitments');
    expect([matter.verdict, matter.claims, matter.spread]).toEqual(['contradict', 5, 0.4]);
    const open = matter.versions.filter(({ qualifier }) => qualifier === 'over');
    expect(open.map(({ excludes, interval }) => [excludes, interval?.hi])).toEqual([
      [[], null],
      [[], null],
    ]);
    const about = matter.versions.find(({ qualifier }) => qualifier === 'approx');
    const excluded = matter.versions.filter(({ id }) => about?.excludes.includes(id));
    expect(excluded.map(({ stated, definition }) => [stated, definition])).toEqual([['USD 1.4tn', null]]);
  });

  it('contradicts: the Microsoft figure, and says what else one source counts in it', async () => {
    const matter = await matterNamed(sample, 'OpenAI buys cloud compute from Microsoft: amount');
    expect([matter.verdict, matter.claims]).toEqual(['contradict', 4]);
    const odd = matter.versions.find(({ excludes }) => excludes.length === 3);
    expect([odd?.definition, odd?.reliability]).toEqual(['Equity and infrastructure together', 'E']);
    expect(matter.settledBy).toContain('what each source counts');
  });

  it.each([
    ["Microsoft's right of first refusal on OpenAI's compute ends", 280],
    ['AWS deal announced', 280],
  ])('contradicts within one document: %s', async (name, days) => {
    const matter = await matterNamed(sample, name);
    expect([matter.verdict, matter.kind, matter.isWithinOneSource, matter.spread]).toEqual([
      'contradict',
      'date',
      true,
      days,
    ]);
    const own = matter.versions.filter(
      ({ reliability, excludes }) => reliability === 'C' && excludes.length > 0,
    );
    expect(own.length).toBeGreaterThan(1);
    expect(matter.settledBy).toMatch(/^Settled by the .+\.$/);
  });

  it('calls nothing else a contradiction', async () => {
    const contradictions = (await mattersIn(sample)).filter(({ verdict }) => verdict === 'contradict');
    expect(contradictions.map(({ name }) => name)).toEqual([
      'OpenAI buys cloud compute from Microsoft: amount',
      'Amazon invests in Anthropic: amount',
      'OpenAI: revenue, fiscal year',
      'OpenAI: total commitments',
      'AWS: market share',
      'AWS deal announced',
      "Microsoft's right of first refusal on OpenAI's compute ends",
    ]);
  });

  it('names another basis, period, currency or count as such', async () => {
    expect(apartIn(await matterNamed(sample, 'OpenAI: revenue, fiscal year')).toSorted()).toEqual([
      'USD 100bn: another basis',
      'USD 20bn: another basis',
      'USD 3.25bn: another basis',
    ]);
    expect(apartIn(await matterNamed(sample, 'AWS: market share'))).toEqual(['34 %: another period']);
    expect(apartIn(await matterNamed(sample, 'OpenAI buys cloud compute from AWS: amount'))).toEqual([
      'GBP 29bn: another currency or unit',
    ]);
    const training = await matterNamed(sample, 'OpenAI: training cost, third party estimate');
    expect(training.verdict).toBe('agree');
    expect(apartIn(training)).toContain('USD 4.6m: counts something else');
    const rate = await matterNamed(sample, 'OpenAI buys cloud compute from AWS: deal rate');
    expect([rate.verdict, rate.verdictWords]).toEqual([
      'differ',
      'They differ in what they speak of (another basis), which is no contradiction.',
    ]);
  });

  it('agrees on the quarterly loss, since "around" is wide enough', async () => {
    const matter = await matterNamed(sample, 'OpenAI: net loss, quarter');
    expect([matter.verdict, matter.spread, matter.hull]).toEqual([
      'agree',
      0,
      { lo: 11.4e9, point: 12e9, hi: 12.6e9 },
    ]);
  });

  it('counts a report and its origin once', async () => {
    const matter = await matterNamed(sample, 'OpenAI: total commitments');
    const titles = matter.versions.flatMap(({ origins }) => origins);
    expect(titles).toContain('Ars Technica on the AWS deal of OpenAI');
    expect(matter.origins).toBe(5);
  });

  it('leads from a version that speaks of something else to the matter it stands beside', async () => {
    const matter = await matterNamed(sample, 'OpenAI: revenue, fiscal year');
    const runRate = matter.versions.find(({ basis }) => basis === 'run-rate');
    const same = await sample.call<MatterReport>('figures', 'versions', {
      subjectId: sample.openai,
      id: runRate?.id,
    });
    expect(same.id).toBe(matter.id);
  });
});

describe('a pick', () => {
  const ofBlog = async (sample: SampleLedger) => {
    const matter = await matterNamed(sample, 'OpenAI: revenue, fiscal year');
    return { matter, figureId: matter.versions.find(({ reliability }) => reliability === 'E')?.id ?? '' };
  };
  const pick = (figureId: string, extra: object = {}) => ({
    figureId,
    reviewer: 'R. Reviewer',
    reason: REASON,
    expiresOn: '2027-03-31',
    ...extra,
  });
  const ratioIn = async ({ call, openai }: SampleLedger, moment: object = {}) => {
    const run = await call<{ subjects: { flags: Record<string, unknown>[] }[] }>('signals', 'run', {
      subjectId: openai,
      ...moment,
    });
    return run.subjects[0]?.flags.find(
      ({ signal, scope }) =>
        signal === 'commitment-to-revenue' && (scope as { kind: string }).kind === 'total',
    );
  };

  it('changes what counts, says so on the card, and gives way to the old bytes when it ends', async () => {
    const sample = sampleLedger();
    const { call, openai } = sample;
    const run = () => call('signals', 'run', { subjectId: openai });
    const plain = JSON.stringify(await run());
    const { figureId } = await ofBlog(sample);

    const preview = await call<{ moved: Record<string, unknown>[] }>('figures', 'previewPick', {
      subjectId: openai,
      figureId,
    });
    expect(preview.moved).toContainEqual(
      expect.objectContaining({
        name: 'Purchase commitments to revenue',
        scope: 'total',
        valueBefore: expect.closeTo(1400 / 13, 6),
        valueAfter: expect.closeTo(1400 / 7.5, 6),
      }),
    );
    expect(JSON.stringify(await run())).toBe(plain);

    const { id } = await call<{ id: string }>('figures', 'pick', pick(figureId));
    const flag = await ratioIn(sample);
    expect(flag).toMatchObject({
      policy: 'analysts-pick',
      value: { lo: expect.closeTo(140, 6), hi: expect.closeTo(280, 6) },
      tags: expect.arrayContaining(['analysts-pick']),
      note: expect.stringContaining(`counts until 2027-03-31 by the pick of R. Reviewer: ${REASON}`),
    });
    const others = (flag?.['alternatives'] ?? []) as readonly { readonly label: string }[];
    expect(others.map(({ label }) => label)).toEqual(
      expect.arrayContaining([
        'Policy: Most reliable source',
        'Policy: Latest figure',
        'Policy: Range of all but the weakest sources',
      ]),
    );

    const { matter } = await ofBlog(sample);
    expect(matter.pick).toMatchObject({ id, figureId, state: 'picked' });
    expect(matter.policies.map(({ id: policy, isInForce }) => [policy, isInForce])).toEqual([
      ['analysts-pick', true],
      ['most-reliable', false],
      ['latest', false],
      ['range-hull', false],
    ]);

    await call('figures', 'unpick', { id, version: matter.pick?.version, reason: 'Not needed now.' });
    expect(JSON.stringify(await run())).toBe(plain);
    const history = await call<{ items: Record<string, unknown>[] }>('history', 'list', {
      offset: 0,
      limit: 2,
    });
    expect(history.items.map(({ command, reason, author }) => [command, reason, author])).toEqual([
      ['figures.unpick', 'Not needed now.', 'ana'],
      ['figures.pick', REASON, 'ana'],
    ]);
  });

  it('is known only from when it was made, and undone like every change', async () => {
    const sample = sampleLedger();
    const before = findHead(sample.ledger.db)?.at;
    const { figureId } = await ofBlog(sample);
    await sample.call('figures', 'pick', pick(figureId));
    expect((await ratioIn(sample))?.['policy']).toBe('analysts-pick');
    expect((await ratioIn(sample, { knownAt: before }))?.['policy']).toBe('most-reliable');
    expect((await mattersIn(sample, { knownAt: before })).some(({ isPicked }) => isPicked)).toBe(false);
    await sample.call('history', 'undo', {});
    expect((await ratioIn(sample))?.['policy']).toBe('most-reliable');
  });

  it('that is later takes the place of the one before, in one change', async () => {
    const sample = sampleLedger();
    const { matter, figureId } = await ofBlog(sample);
    await sample.call('figures', 'pick', pick(figureId));
    const other = matter.versions.find(
      ({ reliability, basis }) => reliability === 'C' && basis === 'fiscal-year',
    );
    await sample.call('figures', 'pick', pick(other?.id ?? ''));
    const live = sample.ledger.db
      .prepare('SELECT figure_id FROM picks WHERE retracted_seq IS NULL')
      .pluck()
      .all();
    expect(live).toEqual([other?.id]);
    expect((await ratioIn(sample))?.['value']).toMatchObject({ point: expect.closeTo(1400 / 13, 6) });
  });

  it('of a figure that is retracted later falls back and says why', async () => {
    const sample = sampleLedger();
    const { figureId } = await ofBlog(sample);
    await sample.call('figures', 'pick', pick(figureId));
    const version = findLive(sample.ledger, 'figure', figureId)?.version ?? 0;
    write(sample.ledger, [{ op: 'retract', id: figureId, version }]);
    const flag = await ratioIn(sample);
    expect(flag).toMatchObject({
      value: { point: expect.closeTo(1400 / 13, 6) },
      tags: expect.arrayContaining(['pick-not-eligible']),
      note: expect.stringContaining('but it is no longer on file, so the most reliable source counts'),
    });
  });

  it('is refused without a reason, a day to come, a second version or a figure', async () => {
    const sample = sampleLedger();
    const { figureId, matter } = await ofBlog(sample);
    const runRate = matter.versions.find(({ basis }) => basis === 'run-rate')?.id ?? '';
    const asked = (input: object) => sample.call('figures', 'pick', input);
    await expect(asked(pick(figureId, { reason: 'because' }))).rejects.toMatchObject({
      code: 'REQUEST_INVALID',
    });
    await expect(asked(pick(figureId, { expiresOn: '2026-11-23' }))).rejects.toMatchObject({
      code: 'PICK_REFUSED',
    });
    await expect(asked(pick(runRate))).rejects.toMatchObject({ code: 'PICK_REFUSED' });
    await expect(asked(pick('fig_nothing'))).rejects.toMatchObject({ code: 'ENTRY_MISSING' });
    await asked(pick(figureId));
    await expect(asked(pick(figureId))).rejects.toMatchObject({ code: 'PICK_REFUSED' });
  });
});
