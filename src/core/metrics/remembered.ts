import type { ChoicePolicy } from '../figures/policy.ts';

/**
 * What one policy made of the figures, kept for every study that asks again.
 * Law: what was worked out without a choice among versions is the same under every policy, and one entry serves all;
 * where there was a choice, whoever gets the kept answer is told so, as if it had been worked out anew.
 */
export type Remembered<Key, T> = Map<Key, Map<string, Kept<T>>>;

interface Kept<T> {
  readonly made: T;
  readonly hadChoice: boolean;
}

/** Under every policy. */
const ANY = '';

export function remembered<Key, T>(
  entries: Remembered<Key, T>,
  key: Key,
  policy: ChoicePolicy,
  make: (policy: ChoicePolicy) => T,
): T {
  const byPolicy = entries.get(key) ?? new Map<string, Kept<T>>();
  entries.set(key, byPolicy);
  const known = byPolicy.get(ANY) ?? byPolicy.get(policy.id) ?? keep(byPolicy, policy, make);
  if (known.hadChoice) policy.onChoice?.();
  return known.made;
}

function keep<T>(
  byPolicy: Map<string, Kept<T>>,
  policy: ChoicePolicy,
  make: (policy: ChoicePolicy) => T,
): Kept<T> {
  let hadChoice = false;
  const made = make({
    ...policy,
    onChoice: () => {
      hadChoice = true;
    },
  });
  const kept = { made, hadChoice };
  byPolicy.set(hadChoice ? policy.id : ANY, kept);
  return kept;
}
