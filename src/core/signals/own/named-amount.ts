import type { KnownChoice } from '../../figures/choice.ts';
import { type Exposure, exposureOf } from '../../metrics/exposure.ts';
import { type FundingOnFile, fundingOnFile } from '../../metrics/funding.ts';
import type { Study } from '../../metrics/study.ts';
import type { Interval } from '../../quantities/interval.ts';
import type { UnitId } from '../../quantities/unit.ts';
import type { FlagInput } from '../flag.ts';
import type { Tag } from '../tags.ts';

/** What a name of the vocabulary stands for in one study, with the evidence behind it. */
export type NamedAmount =
  | FoundAmount
  | { readonly state: 'missing'; readonly missing: readonly string[]; readonly inputs: readonly FlagInput[] }
  | { readonly state: 'not-computable'; readonly reason: string; readonly inputs: readonly FlagInput[] }
  | { readonly state: 'not-applicable'; readonly reason: string; readonly inputs: readonly FlagInput[] };

export interface FoundAmount {
  readonly state: 'found';
  /** Full units. */
  readonly amount: Interval;
  /** Null for what is no money. */
  readonly currency: UnitId | null;
  /** What is left without letters of intent, talks and rumours; null: nothing. The amount itself where none enter. */
  readonly firm: Interval | null;
  readonly inputs: readonly FlagInput[];
  readonly tags: readonly Tag[];
  /** Sentences. */
  readonly notes: readonly string[];
}

/** A study with what several names are read from, computed once. */
export interface Ground {
  readonly study: Study;
  readonly exposure: () => Exposure;
  /** Currency of everything that is money; null where no figure gives one, so that each takes its own. */
  readonly currency: () => UnitId | null;
  readonly funding: () => FundingOnFile | null;
}

export function groundOf(study: Study): Ground {
  const exposure = once(() => exposureOf(study));
  const currency = () => exposure().currency;
  const funding = once(() => {
    const unit = currency();
    return unit === null ? null : fundingOnFile(study, unit);
  });
  return { study, exposure, currency, funding };
}

function once<T>(compute: () => T): () => T {
  let kept: { readonly made: T } | null = null;
  return () => {
    kept ??= { made: compute() };
    return kept.made;
  };
}

type Extras = Partial<Pick<FoundAmount, 'firm' | 'tags' | 'notes'>>;

export function found(
  amount: Interval,
  currency: UnitId | null,
  inputs: readonly FlagInput[],
  { firm = amount, tags = [], notes = [] }: Extras = {},
): FoundAmount {
  return { state: 'found', amount, currency, firm, inputs, tags, notes };
}

export function missing(what: string, inputs: readonly FlagInput[] = []): NamedAmount {
  return { state: 'missing', missing: [what], inputs };
}

/** The amount of a choice, or what to enter where there is none. */
export function chosen(
  choice: KnownChoice | null,
  what: string,
  inputsOf: (choice: KnownChoice) => readonly FlagInput[],
): NamedAmount {
  return choice === null ? missing(what) : found(choice.amount, choice.unit, inputsOf(choice));
}
