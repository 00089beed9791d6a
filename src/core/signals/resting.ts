import type { RestingMatter } from '../metrics/resting-figures.ts';
import type { Scope } from './definition.ts';
import type { Flag } from './flag.ts';
import { plain } from './words.ts';

/** What the signals on the evidence behind other flags share: which figures these rest on, and how they are named. */

/** These compare claims or list what is missing; nothing rests on what they show. */
const REST_ON_NOTHING: ReadonlySet<string> = new Set([
  'source-disagreement',
  'undisclosed-terms',
  'claim-arithmetic',
]);

/** Ids of the figures that a computed flag used, with the worst of the flags. */
export function restingOn(flags: readonly Flag[]): ReadonlyMap<string, readonly Flag[]> {
  const users = new Map<string, Flag[]>();
  for (const flag of flags.filter(({ signal, state }) => state === 'ok' && !REST_ON_NOTHING.has(signal))) {
    for (const { id } of flag.inputs.filter(({ kind, isUsed }) => kind === 'figure' && isUsed)) {
      const known = users.get(id);
      if (known === undefined) users.set(id, [flag]);
      else known.push(flag);
    }
  }
  return users;
}

/** The headline of a deal goes by the deal, whatever else by its matter. */
export function scopeOfMatter(matter: Pick<RestingMatter, 'id' | 'about' | 'used'>): Scope {
  const [first] = matter.used;
  if ('deal' in matter.about && first?.metric === 'deal-headline')
    return { kind: 'deal', id: matter.about.deal.id, name: matter.about.deal.name };
  return { kind: 'about', id: matter.id, name: nameOfMatter(matter) };
}

export function nameOfMatter({ about, used }: Pick<RestingMatter, 'about' | 'used'>): string {
  const [first] = used;
  const owner = 'deal' in about ? about.deal.name : about.entity.name;
  const basis = first === undefined || first.basis === 'stock' ? '' : `, ${plain(first.basis)}`;
  return `${owner}: ${plain(first?.metric ?? '')}${basis}`;
}

/** `Purchase commitments to revenue; Net loss to revenue`: each name once. */
export function namesOf(flags: readonly Flag[]): string {
  return [...new Set(flags.map(({ name }) => name))].join('; ');
}
