/** The scales by which sources and statements are graded (Admiralty grading), in words. */
const RELIABILITY: Readonly<Record<string, string>> = {
  A: 'a filing or signed contract',
  B: 'an on-record release of a party',
  C: 'established press',
  D: 'a rewrite of another report',
  E: 'shown errors or promotion',
  F: 'reliability unknown',
};

const CREDIBILITY: Readonly<Record<number, string>> = {
  1: 'confirmed by independent sources',
  2: 'probably true',
  3: 'possibly true',
  4: 'doubtful',
  5: 'improbable',
  6: 'cannot be judged',
};

export function reliabilityText(grade: string): string {
  const meaning = RELIABILITY[grade];
  return meaning === undefined ? `Grade ${grade}` : `Grade ${grade}: ${meaning}`;
}

export function credibilityText(grade: number | null): string {
  if (grade === null) return 'Credibility not judged';
  return `Credibility ${grade}: ${CREDIBILITY[grade] ?? 'unknown'}`;
}
