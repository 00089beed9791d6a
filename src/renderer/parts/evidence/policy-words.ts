import { POLICY_WORDS } from '#core/figures/policy.ts';

/** How figures were chosen where sources disagree, by its name and in a sentence; an unknown policy by its own words. */
export function policyText(id: string): string {
  const policy = POLICY_WORDS.find((candidate) => candidate.id === id);
  return policy === undefined ? `${id.replaceAll('-', ' ')}.` : `${policy.label}. ${policy.what}`;
}
