import { describe, expect, it } from 'vitest';
import { headlineOf } from '#core/quantities/interval.ts';
import { evaluateSignals } from '#core/signals/evaluate.ts';
import type { Flag, FlagInput } from '#core/signals/flag.ts';
import { signalRegistry } from '#core/signals/registry.ts';
import { sampleView } from '../main/signals/sample-view.ts';
import { intervalOf, pointOf, rowOf, rowsOf } from './vectors/rows.ts';

/** Every flag of the case from its card alone: what a reader has in hand must give the number again (METHODS §0.11). */
const { view, openai } = sampleView('2025-11-30');
const flags = evaluateSignals(view, [openai], []);

function flagOf(signal: string, measure: string | null = null, scope = 'total'): Flag {
  const found = flags.find(
    (one) =>
      one.signal === signal &&
      one.measure === measure &&
      (one.scope.kind === 'total' ? 'total' : one.scope.name) === scope,
  );
  if (found === undefined) throw new Error(`No ${signal} on ${scope}.`);
  return found;
}

const usedIn = ({ inputs }: Flag) => inputs.filter(({ isUsed }) => isUsed);

function amountOf(flag: Flag, role: string): number {
  const [input, ...more] = usedIn(flag).filter((one) => one.role === role);
  if (input === undefined || input.value === null || more.length > 0)
    throw new Error(`${flag.signal}: ${role}`);
  return headlineOf(input.value);
}

const close = (again: number, flag: Flag) => expect(again).toBeCloseTo(flag.value?.point ?? Number.NaN, 9);
const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
const AWS = 'OpenAI buys cloud compute from AWS';

describe('worked out again from the inputs of the card', () => {
  it('commitments to revenue', () => {
    const flag = flagOf('commitment-to-revenue');
    close(amountOf(flag, 'total commitments') / amountOf(flag, 'annual revenue'), flag);
  });

  it('net loss to revenue', () => {
    const flag = flagOf('loss-to-revenue');
    close(amountOf(flag, 'net loss') / amountOf(flag, 'revenue'), flag);
  });

  it('what is not itemised', () => {
    const flag = flagOf('commitment-reconciliation');
    const items = usedIn(flag).filter(({ role }) => role === 'commitment');
    const total = amountOf(flag, 'stated total');
    close((total - sum(items.map(({ value }) => (value === null ? 0 : headlineOf(value))))) / total, flag);
  });

  it('growth that the projection states, over the years that the workings name', () => {
    const flag = flagOf('growth-dependence', 'stated');
    const years = Number(/\(1 \/ ([\d.]+)\)/.exec(flag.workings)?.[1]);
    close((amountOf(flag, 'revenue of 2027') / amountOf(flag, 'annual revenue')) ** (1 / years) - 1, flag);
  });

  it('the burden of the AWS deal, over its tenor', () => {
    const flag = flagOf('ntm-commitment-burden', null, AWS);
    const [, whole, , years] = rowOf(flag, 'Due in the next 12 months', AWS);
    expect(pointOf(whole)).toBe(amountOf(flag, 'commitment'));
    close(pointOf(whole) / pointOf(years) / amountOf(flag, 'annual revenue'), flag);
  });
});

describe('worked out again from the rows of the card', () => {
  it('the funding gap', () => {
    const flag = flagOf('funding-gap');
    const rows = rowsOf(flag, 'Year by year, as stated');
    for (const row of rows)
      expect(pointOf(row[4])).toBeCloseTo(
        Math.max(0, pointOf(row[1]) - pointOf(row[2]) - pointOf(row[3])),
        0,
      );
    close(sum(rows.map((row) => pointOf(row[4]))) / sum(rows.map((row) => pointOf(row[1]))), flag);
  });

  it('what is unfunded', () => {
    const flag = flagOf('unfunded-commitments', null, AWS);
    const rows = rowsOf(flag, 'Sources and uses');
    const uses = rows.filter(([, side]) => side === 'use').map((row) => pointOf(row[2]));
    const firm = rows.filter(
      ([, side, amount, counts]) => side === 'source' && amount !== null && counts === 'in full',
    );
    close((sum(uses) - sum(firm.map((row) => pointOf(row[2])))) / sum(uses), flag);
    expect(rows.find(([line]) => line === 'Cash')).toEqual([
      'Cash',
      'source',
      null,
      'not disclosed, as if none',
    ]);
  });

  it('the concentration of suppliers', () => {
    const flag = flagOf('supplier-concentration', 'hhi');
    const names = new Set(
      usedIn(flag)
        .filter(({ role }) => role === 'commitment')
        .map(({ name }) => name),
    );
    const named = rowsOf(flag, 'Shares').filter(
      ([name]) => name !== 'Named together' && name !== 'Not named',
    );
    expect(named).toHaveLength(names.size);
    close(sum(named.map((row) => pointOf(row[2]) ** 2)), flag);
  });

  it('what goes round between Microsoft and OpenAI', () => {
    const flag = flagOf('circular-financing', null, 'Microsoft – OpenAI');
    const [, put, back, , trip, recycled, financed] = rowOf(flag, 'What goes round', 'All');
    expect(pointOf(trip)).toBeCloseTo(pointOf(back) / pointOf(put), 9);
    close(Math.min(pointOf(put), pointOf(back)) / pointOf(put), flag);
    expect([pointOf(recycled), pointOf(financed)]).toEqual([1, pointOf(put) / pointOf(back)]);
  });

  it('an unknown leg stays unknown in the rows', () => {
    const flag = flagOf('circular-financing', null, 'Oracle – OpenAI');
    const [, put, back, round, trip] = rowOf(flag, 'What goes round', 'All');
    expect([put, round, trip]).toEqual([null, null, null]);
    expect(intervalOf(back).lo).toBe(300e9);
  });
});

/** `USD 1,400bn` or `6.225` as a number in full units; null for words. */
function numberIn(text: string): number | null {
  const found = /^(?:[A-Z]{3} )?(-?[\d,]+(?:\.\d+)?)(bn|m)?(?:x| %)?$/.exec(text.trim());
  if (found === null) return null;
  const scale = { bn: 1e9, m: 1e6 }[found[2] ?? ''] ?? 1;
  return Number((found[1] ?? '').replaceAll(',', '')) * scale;
}

it('every division that stands in workings comes out, to the digits shown', () => {
  let checked = 0;
  for (const { workings, signal } of flags)
    for (const part of workings.split(/;\s|:\s/)) {
      const [left = '', result, ...more] = part.split(' = ');
      const [top, bottom, ...rest] = left.split(' / ').map(numberIn);
      const shown = result === undefined ? null : numberIn(result);
      if (more.length > 0 || rest.length > 0 || top == null || bottom == null || shown === null) continue;
      const again = (top / bottom) * (result?.endsWith('%') === true ? 100 : 1);
      expect(Math.abs(again / shown - 1), `${signal}: ${part}`).toBeLessThan(2e-3);
      checked += 1;
    }
  expect(checked).toBeGreaterThanOrEqual(15);
});

describe('what every card carries', () => {
  it('is there for every signal of the registry', () => {
    expect([...new Set(flags.map(({ signal }) => signal))]).toEqual(signalRegistry.map(({ id }) => id));
  });

  it.each(signalRegistry.map(({ id }) => id))('%s', (id) => {
    for (const flag of flags.filter(({ signal }) => signal === id)) {
      expect(flag.formula).not.toBe('');
      expect(flag.policy).not.toBe('');
      expect(flag.thresholds).toMatchObject({ origin: 'default', setId: null, version: null });
      for (const input of flag.inputs) expectWhole(input);
      for (const { columns, rows } of flag.tables)
        for (const row of rows) expect(row).toHaveLength(columns.length);
      if (flag.value === null) expect(`${flag.missing.join()}${flag.note}`).not.toBe('');
      else expect([flag.workings, usedIn(flag).length > 0]).toEqual([expect.stringMatching(/./), true]);
    }
  });

  function expectWhole({
    id,
    source,
    reliability,
    status,
    value,
    unit,
    isUsed,
    note,
    quote,
  }: FlagInput): void {
    expect([id, source, reliability]).toEqual([
      expect.stringMatching(/^[a-z]{3}_/),
      expect.stringMatching(/./),
      expect.stringMatching(/^[A-F]$/),
    ]);
    if (value !== null)
      expect([unit, status]).toEqual([expect.stringMatching(/./), expect.stringMatching(/./)]);
    if (isUsed) expect(quote).toEqual(expect.any(String));
    else expect(note).toEqual(expect.stringMatching(/./));
  }

  it('says what other policies give wherever there was a choice between versions', () => {
    const chosen = flags.filter(
      (flag) =>
        flag.value !== null &&
        flag.inputs.some(({ isUsed, versions, role }) => isUsed && versions > 1 && role !== 'claim'),
    );
    expect(chosen.length).toBeGreaterThan(10);
    for (const { signal, alternatives } of chosen)
      expect(
        alternatives.some(({ label }) => label.startsWith('Policy')),
        signal,
      ).toBe(true);
  });

  it('is never clear where an input is missing', () => {
    for (const { missing, severity } of flags)
      if (missing.length > 0) expect(severity).toBe('insufficient-data');
  });
});
