import type { Funding, FundingOnFile } from '../metrics/funding.ts';
import { choiceInputs, uncountedDeal } from './evidence.ts';
import type { FlagInput } from './flag.ts';

/** Money of others as evidence: each deal with its words, counted or not, and why. */
export function fundingInputs(
  funding: readonly Funding[],
  role: string,
  note: string | null = null,
): readonly FlagInput[] {
  return funding.flatMap(({ choice, deal }) => choiceInputs(choice, { role, name: deal.name }, note));
}

/** The same where it enters no sum. */
export function fundingAside(funding: readonly Funding[], note: string): readonly FlagInput[] {
  return funding.map(({ deal }) => uncountedDeal(deal, 'left out', note));
}

export function uncountedFundingInputs({ uncounted }: FundingOnFile): readonly FlagInput[] {
  return uncounted.map(({ deal, reason }) => uncountedDeal(deal, 'left out', reason));
}
