import { EMPTY_DRAFT, type OwnDraft } from './own-draft.ts';

/** Worked examples to start from. */
export const EXAMPLES: readonly OwnDraft[] = [
  {
    ...EMPTY_DRAFT,
    name: 'Promised to Microsoft, in years of revenue',
    question: 'How many years of revenue are promised to one counterparty?',
    expression: 'commitments_with("Microsoft") / revenue',
    unit: 'x',
    thresholds: { watch: 1, warn: 3, critical: 6 },
    pillar: 'concentration',
    note: 'The steps of the built-in ratio of all commitments to revenue.',
  },
  {
    ...EMPTY_DRAFT,
    name: 'Deals without an amount',
    question: 'In which part of the deals does nobody say how much?',
    expression: 'deals_without_amount / deals',
    unit: 'share',
    thresholds: { watch: 10, warn: 25, critical: 50 },
    pillar: 'evidence',
    note: 'With half of the amounts unknown no sum of commitments can be trusted.',
  },
  {
    ...EMPTY_DRAFT,
    name: 'Room after the loss',
    question: 'What part of a year of revenue is left after the net loss?',
    expression: '1 - net_loss / revenue',
    unit: 'share',
    isLowerWorse: true,
    thresholds: { watch: 80, warn: 50, critical: 0 },
    pillar: 'funding',
    note: 'Below zero each unit of revenue costs more than two to earn.',
  },
];
