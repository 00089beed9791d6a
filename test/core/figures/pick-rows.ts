import type { FigureFacts, PickFacts } from '#core/model/ledger-view.ts';

interface PickSpec {
  readonly id: string;
  readonly figure: FigureFacts;
  readonly recordedAt?: string;
  readonly recordedSeq?: number;
  readonly expiresOn?: string;
}

/** A pick with everything that a test does not speak of filled in. */
export function pickRow({
  id,
  figure,
  recordedAt = '2025-11-12T09:00:00.000Z',
  recordedSeq = 100,
  expiresOn = '2026-06-30',
}: PickSpec): PickFacts {
  return {
    id,
    version: 1,
    figureId: figure.id,
    entityId: figure.entityId,
    metric: figure.metric,
    dealId: figure.dealId,
    reviewer: 'R. Reviewer',
    reason: 'The company confirmed it on a call.',
    expiresOn,
    recordedAt,
    recordedSeq,
    figure,
  };
}
