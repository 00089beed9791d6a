import { atLeastZero, constant, difference, inputTerm, product, type Term } from '../formula/term.ts';
import { headlineOf } from '../quantities/interval.ts';
import type { UnitId } from '../quantities/unit.ts';
import { dueWithin, rowsIn } from '../schedule/rows.ts';
import type { Span } from '../schedule/span.ts';
import { choiceTerm } from './choice-term.ts';
import { shareIn } from './due-term.ts';
import type { Funding } from './funding.ts';

/** Signed money still to come. */
export function fundingTerm({ deal, choice, paid }: Funding): Term {
  const whole = choiceTerm(choice, { role: 'signed money', name: deal.name });
  if (paid === null) return whole;
  return atLeastZero(difference(whole, choiceTerm(paid, { role: 'already paid', name: deal.name })));
}

/** Money in talks: none of it at the point, all of it as stated at the favourable end. */
export function softTerm({ deal, choice, amount }: Funding): Term {
  const { figures, unit } = choice;
  return inputTerm({
    id: `${figures.map(({ id }) => id).join('+')}:talks`,
    role: 'money not signed',
    name: deal.name,
    unit,
    amount: { lo: 0, point: 0, hi: headlineOf(amount) },
    isPointStated: false,
  });
}

/** The part of signed money that falls on the days of the window; null where no day says when it comes. */
export function fundedTerm(funding: Funding, window: Span, currency: UnitId): Term | null {
  const { schedule, startOn, endOn, scheduleMethod } = funding.deal;
  if (rowsIn(schedule, currency).length > 0) return constant(dueWithin(schedule, window, currency));
  if (startOn === null || endOn === null) return null;
  const timed = { span: { start: startOn, end: endOn }, method: scheduleMethod ?? 'straight-line' };
  return product([fundingTerm(funding), constant(shareIn(window, timed))]);
}
