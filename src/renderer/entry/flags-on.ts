import type { Flag } from '#core/signals/flag.ts';
import { severityRank } from '#renderer/parts/evidence/severity-words.ts';
import type { Entry } from './entry-type.ts';

/** Flags with a verdict that rest on a passage, by themselves or by an entry that does; gravest first. */
export function flagsOn({ id, rests }: Pick<Entry, 'id' | 'rests'>, flags: readonly Flag[]): readonly Flag[] {
  const used = new Set([id, ...rests.map((rest) => rest.id)]);
  return flags
    .filter(
      ({ state, inputs }) => state === 'ok' && inputs.some((input) => input.isUsed && uses(input, used)),
    )
    .toSorted((a, b) => severityRank(a.severity) - severityRank(b.severity));
}

function uses(input: Flag['inputs'][number], used: ReadonlySet<string>): boolean {
  return used.has(input.id) || (input.passageId !== null && used.has(input.passageId));
}
