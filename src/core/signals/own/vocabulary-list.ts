import { dimensionOfUnit, dimensionWords } from './dimension.ts';
import { CONSTANT_MAKERS, FUNCTIONS } from './formula.ts';
import { usableMeasures } from './signal-word.ts';
import { vocabulary } from './vocabulary.ts';

/** The vocabulary as a reader sees it: names, built-in signals, functions and numbers with units. */
export interface VocabularyItem {
  readonly id: string;
  readonly label: string;
  readonly what: string;
  /** As it is written into an expression. */
  readonly example: string;
  readonly unit: string;
  readonly group: 'amount' | 'signal' | 'function' | 'constant';
}

export const vocabularyList: readonly VocabularyItem[] = [
  ...vocabulary
    .filter(({ id }) => id !== 'signal')
    .map(({ id, label, what, example, dimensionOf }) => ({
      ...{ id, label, what, example },
      unit: dimensionWords(dimensionOf(null)),
      group: 'amount' as const,
    })),
  ...Object.entries(FUNCTIONS).map(([id, { what, example }]) => ({
    ...{ id, label: id, what, example },
    unit: '',
    group: 'function' as const,
  })),
  ...CONSTANT_MAKERS.map((id) => ({
    ...{ id, label: id },
    what: id === 'money' ? 'An amount in a currency.' : `A number of ${id === 'percent' ? 'per cent' : id}.`,
    example: id === 'money' ? 'money(5e9, "USD")' : `${id}(5)`,
    unit: id,
    group: 'constant' as const,
  })),
  ...usableMeasures.map(({ key, name, signal, unit }) => ({
    id: key,
    label: name,
    what: signal.question,
    example: `signal("${key}")`,
    unit: dimensionWords(dimensionOfUnit(unit)),
    group: 'signal' as const,
  })),
];
