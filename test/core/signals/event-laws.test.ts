import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { LedgerView } from '#core/model/ledger-view.ts';
import { addDays } from '#core/quantities/day.ts';
import { evaluateSignals } from '#core/signals/evaluate.ts';
import { gradeOf } from '#core/signals/grade.ts';
import { amazon, awsDeal, caseView, openai, sources } from '../case-view.ts';
import { keyDateRow, priceRows, quoteRow, reactionRow } from '../event-rows.ts';
import { entityRow } from '../view-rows.ts';

/** Laws of what is said, moved and dated, on the case with events made at random. */
const source = fc.constantFrom(...Object.values(sources));
const quotes = fc
  .array(
    fc.record({
      who: fc.nat(5),
      stance: fc.constantFrom(null, -1, 0, 1),
      said: fc.nat(400),
      source,
      seq: fc.nat(9),
    }),
    {
      maxLength: 10,
    },
  )
  .map((all) =>
    all.map(({ who, stance, said, source: from, seq }, at) =>
      quoteRow(`quo_${at}`, entityRow(`ent_p${who}`, `P${who}`, { kind: 'person' }), stance, from, {
        aboutId: openai.id,
        aboutDealId: at % 2 === 0 ? awsDeal.id : null,
        saidOn: addDays('2024-12-01', said),
        recordedSeq: seq,
      }),
    ),
  );
const keyDates = fc
  .array(fc.record({ name: fc.nat(2), day: fc.nat(60), width: fc.nat(40), source, days: fc.nat(12) }), {
    maxLength: 8,
  })
  .map((all) =>
    all.map(({ name, day, width, source: from, days }, at) =>
      keyDateRow(`key_${at}`, `Event ${name}`, from, {
        entityId: openai.id,
        dealId: name === 0 ? awsDeal.id : null,
        kind: name === 0 ? 'announcement' : 'exclusivity-end',
        fromOn: addDays('2025-09-01', day),
        untilOn: addDays('2025-09-01', day + 1 + (at % 2) * width),
        wording: `${days} days after the end`,
      }),
    ),
  );
const reactions = fc
  .array(fc.constantFrom('up' as const, 'down' as const, 'flat' as const), { maxLength: 4 })
  .map((all) =>
    all.map((direction, at) => reactionRow(`rea_${at}`, amazon.id, awsDeal.id, sources.press, { direction })),
  );
const prices = fc
  .array(fc.option(fc.integer({ min: 90, max: 110 }), { freq: 9 }), { minLength: 180, maxLength: 200 })
  .map((all) => [
    ...priceRows(amazon.id, 'AMZN', '2025-05-01', all),
    ...priceRows(
      'ent_index',
      '^GSPC',
      '2025-05-01',
      all.map((_, at) => 100 + Math.sin(at * 1.3)),
    ),
  ]);
const view = fc
  .record({ quotes, keyDates, reactions, prices })
  .map((events): LedgerView => ({ ...caseView, ...events }));
const flagsOf = (of: LedgerView) => evaluateSignals(of, [openai.id], []);

it('the order of events never matters, nor does running again', () => {
  fc.assert(
    fc.property(view, (ledger) => {
      const flags = flagsOf(ledger);
      const turned = {
        ...ledger,
        quotes: ledger.quotes.toReversed(),
        keyDates: ledger.keyDates.toReversed(),
        reactions: ledger.reactions.toReversed(),
        prices: ledger.prices.toReversed(),
      };
      expect(flagsOf(turned)).toEqual(flags);
      expect(JSON.stringify(flagsOf(ledger))).toBe(JSON.stringify(flags));
      expect(gradeOf(flags).grade).toBe('E');
    }),
    { numRuns: 10 },
  );
});

it('results stay within their measures', () => {
  fc.assert(
    fc.property(view, (ledger) => {
      for (const { signal, value, severity } of flagsOf(ledger)) {
        if (value === null) continue;
        expect([value.lo, value.point ?? 0, value.hi ?? 0].every(Number.isFinite), signal).toBe(true);
        if (signal === 'stance-dispersion')
          expect([value.lo >= 0 && value.lo <= 1, severity === 'critical']).toEqual([true, false]);
        if (signal === 'market-reaction') expect(value.lo > 0 && value.lo <= 1).toBe(true);
        if (signal === 'stale-figure' || signal === 'claim-arithmetic')
          expect(value.lo).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 25 },
  );
});
