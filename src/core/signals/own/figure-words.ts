import { cashBurn } from '../../metrics/burn.ts';
import { cashOnHand, type Funding, undrawnLines } from '../../metrics/funding.ts';
import { generalTenor } from '../../metrics/general-tenor.ts';
import { levelOf } from '../../metrics/level.ts';
import { marketShare } from '../../metrics/market-share.ts';
import { latestLoss } from '../../metrics/net-loss.ts';
import { annualRevenue, nextYearGuidance } from '../../metrics/revenue.ts';
import { valuationsOf } from '../../metrics/valuation.ts';
import type { Metric } from '../../model/figure.ts';
import { exactly, scaleBy, sumOf } from '../../quantities/interval.ts';
import { choiceInputs } from '../evidence.ts';
import { fundingInputs, uncountedFundingInputs } from '../funding-evidence.ts';
import { revenueTags } from '../outcome.ts';
import { tagsWhere } from '../tags.ts';
import { of, PLAIN, product } from './dimension.ts';
import { chosen, found, type Ground, missing, type NamedAmount } from './named-amount.ts';
import { money, plainWord, type Word } from './word.ts';

/** What the company earns, holds, is worth and is. */
export const figureWords: readonly Word[] = [
  money('revenue', 'Annual revenue', {
    what: 'Revenue of a year: what was earned before what is expected, as the built-in signals take it.',
    read: revenue,
  }),
  money('revenue_next_year', 'Revenue of the next year', {
    what: 'Guidance for the twelve months after the as-of day.',
    read: revenueNextYear,
  }),
  money('net_loss', 'Net loss a year', {
    what: 'The net loss of the latest quarter times four, otherwise that of a year; a profit is below zero.',
    isNeverNegative: false,
    read: netLoss,
  }),
  money('cash', 'Cash', { what: 'Unrestricted cash on hand.', read: cash }),
  plainWord('cash_burn', 'Cash burned a month', {
    dimension: product(of('money'), of('months'), -1),
    what: 'Net cash burned in a month; the net loss stands in where no burn is on file. Money per month.',
    isNeverNegative: false,
    read: burn,
  }),
  money('valuation', 'Value of the company', {
    what: 'What the company is said to be worth now.',
    read: valuation,
  }),
  money('funding_signed', 'Signed funding', {
    what: 'Equity and credit that others have signed and not yet paid.',
    read: (ground) => fundingSum(ground, 'signed'),
  }),
  money('credit_undrawn', 'Undrawn credit', {
    what: 'The part of it that lenders have signed.',
    read: (ground) => fundingSum(ground, 'undrawn'),
  }),
  money('funding_in_talks', 'Funding in talks', {
    what: 'Equity and credit in talks, in letters of intent or rumoured; it cannot lift a severity past warn.',
    read: (ground) => fundingSum(ground, 'soft'),
  }),
  money('backlog', 'Backlog', {
    what: 'Contracted revenue that is not yet earned.',
    read: (ground) => level(ground, 'backlog', 'backlog'),
  }),
  plainWord('headcount', 'Headcount', {
    dimension: of('count'),
    what: 'How many people the company employs.',
    read: (ground) => level(ground, 'headcount', 'headcount'),
  }),
  plainWord('users', 'Users', {
    dimension: of('count'),
    what: 'How many users the company has.',
    read: (ground) => level(ground, 'users', 'number of users'),
  }),
  plainWord('market_share', 'Market share', {
    dimension: PLAIN,
    what: 'Share of its market, 0 to 1.',
    read: shareOfMarket,
  }),
  plainWord('tenor', 'Tenor of commitments', {
    dimension: of('years'),
    what: 'Years over which the commitments in general are to be paid.',
    read: (ground) => {
      const choice = generalTenor(ground.study);
      return withoutCurrency(chosen(choice, 'tenor of the commitments in general', place(ground, 'tenor')));
    },
  }),
];

function revenue(ground: Ground): NamedAmount {
  const year = annualRevenue(ground.study);
  if (year === null) return missing('annual revenue');
  const { amount, unit } = year.choice;
  return found(amount, unit, place(ground, 'annual revenue')(year.choice), {
    firm: year.kind === 'rumoured' ? null : amount,
    tags: revenueTags(year),
  });
}

function revenueNextYear(ground: Ground): NamedAmount {
  const currency = ground.currency();
  const guidance = currency === null ? null : nextYearGuidance(ground.study, currency);
  return chosen(
    guidance?.choice ?? null,
    'guidance of the revenue of the next twelve months',
    place(ground, 'revenue of the next year'),
  );
}

const QUARTERS = 4;

function netLoss(ground: Ground): NamedAmount {
  const loss = latestLoss(ground.study, ground.currency());
  if (loss === null) return missing('net loss of a quarter or a year');
  const { choice, span } = loss;
  const inputs = place(ground, `net loss of a ${span}`)(choice);
  if (span === 'year') return found(choice.amount, choice.unit, inputs);
  return found(scaleBy(choice.amount, QUARTERS), choice.unit, inputs, {
    tags: tagsWhere({ derived: true }),
    notes: ['The net loss of a year is four times that of the quarter.'],
  });
}

function cash(ground: Ground): NamedAmount {
  return chosen(cashOnHand(ground.study, ground.currency()), 'unrestricted cash', place(ground, 'cash'));
}

function burn(ground: Ground): NamedAmount {
  const burned = cashBurn(ground.study, ground.currency());
  if (burned === null) return missing('cash burned in a month, a quarter or a year');
  const isLoss = burned.kind === 'loss';
  const role = isLoss ? 'net loss' : 'cash burned';
  return found(burned.monthly, burned.unit, burned.choices.flatMap(place(ground, role)), {
    tags: tagsWhere({ 'basis-mismatch': isLoss, illustrative: isLoss, derived: true }),
    notes: isLoss ? ['No cash burn is on file: the net loss stands in for it.'] : [],
  });
}

function valuation(ground: Ground): NamedAmount {
  const present = valuationsOf(ground.study, ground.currency()).find(({ when }) => when === 'present');
  if (present === undefined) return missing('value of the company');
  const { amount, unit } = present.choice;
  return found(amount, unit, place(ground, 'value of the company')(present.choice), {
    firm: present.isFirm ? amount : null,
  });
}

function fundingSum(ground: Ground, part: 'signed' | 'undrawn' | 'soft'): NamedAmount {
  const onFile = ground.funding();
  if (onFile === null) return missing('a deal that brings money to the company');
  const summed: readonly Funding[] = part === 'undrawn' ? undrawnLines(onFile) : onFile[part];
  const aside = uncountedFundingInputs(onFile);
  if (summed.length === 0) return missing(FUNDING_WANTED[part], aside);
  const amount = sumOf(summed.map((one) => one.amount));
  const inputs = [...fundingInputs(summed, FUNDING_ROLES[part]), ...aside];
  return found(amount, ground.currency(), inputs, { firm: part === 'soft' ? exactly(0) : amount });
}

const FUNDING_ROLES = {
  signed: 'signed funding',
  undrawn: 'undrawn credit',
  soft: 'funding in talks',
} as const;
const FUNDING_WANTED = {
  signed: 'signed funding with a disclosed amount',
  undrawn: 'signed credit with a disclosed amount',
  soft: 'funding in talks with a disclosed amount',
} as const;

function level(ground: Ground, metric: Metric, what: string): NamedAmount {
  const unit = metric === 'backlog' ? ground.currency() : 'count';
  const choice = levelOf(ground.study, metric, unit);
  const amount = chosen(choice, what, place(ground, what));
  return metric === 'backlog' ? amount : withoutCurrency(amount);
}

function shareOfMarket(ground: Ground): NamedAmount {
  const choice = marketShare(ground.study);
  if (choice === null) return missing('market share');
  return found(scaleBy(choice.amount, 1 / 100), null, place(ground, 'market share')(choice));
}

function withoutCurrency(amount: NamedAmount): NamedAmount {
  return amount.state === 'found' ? { ...amount, currency: null } : amount;
}

function place({ study }: Ground, role: string) {
  return (choice: Parameters<typeof choiceInputs>[0]) =>
    choiceInputs(choice, { role, name: `${study.subject.name}: ${role}` });
}
