/** The pillars of the company grade, METHODS §1.3. */
export const PILLARS = ['funding', 'circularity', 'concentration', 'evidence', 'governance-market'] as const;
export type Pillar = (typeof PILLARS)[number];

export const PILLAR_LABELS: Readonly<Record<Pillar, string>> = {
  funding: 'Funding',
  circularity: 'Circularity',
  concentration: 'Concentration',
  evidence: 'Evidence',
  'governance-market': 'Governance and market',
};
