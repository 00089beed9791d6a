import { type Reading, WHOLE_SUBJECT } from '../definition.ts';
import { findMeasure, type SignalMeasure, signalMeasures } from '../registry.ts';
import { dimensionOfUnit, PLAIN } from './dimension.ts';
import { found, type Ground, missing, type NamedAmount } from './named-amount.ts';
import { nearestName } from './nearest.ts';
import type { Word } from './word.ts';

/** The result of a built-in signal, by the key under which its thresholds are kept. */
export const signalWord: Word = {
  id: 'signal',
  label: 'A built-in signal',
  what: 'The result of a built-in signal for the whole company, by its id; with its measure where it has several.',
  example: 'signal("commitment-to-revenue")',
  argument: 'the id of a signal, as signal("cash-runway") or signal("supplier-concentration/hhi")',
  dimensionOf: (key) => {
    const measure = findMeasure(key ?? '');
    return measure === null ? PLAIN : dimensionOfUnit(measure.unit);
  },
  isNeverNegative: false,
  refuses: (key) => {
    const measure = findMeasure(key);
    if (measure === null) return unknownSentence(key);
    return isUsable(measure)
      ? null
      : `${key} looks at what the other signals found and cannot be used inside one.`;
  },
  read: (ground, key) => {
    const measure = findMeasure(key ?? '');
    return measure === null ? missing(`a signal named ${key}`) : readSignal(ground, measure);
  },
};

/** Keys that may be named. */
export const usableMeasures: readonly SignalMeasure[] = signalMeasures.filter(isUsable);

function isUsable({ signal }: SignalMeasure): boolean {
  return signal.readsFlags !== true;
}

function unknownSentence(key: string): string {
  const keys = usableMeasures.map((measure) => measure.key);
  const of = keys.filter((known) => known.startsWith(`${key}/`));
  if (of.length > 0) return `${key} has several measures: write ${of.join(' or ')}.`;
  const near = nearestName(key, keys);
  return `There is no signal “${key.slice(0, 60)}”.${near === null ? ' docs/signals.md lists them.' : ` Did you mean ${near}?`}`;
}

function readSignal({ study }: Ground, { signal, id, name }: SignalMeasure): NamedAmount {
  const reading = signal
    .evaluate(study, [])
    .find(({ measure, scope }) => measure === id && scope.kind === WHOLE_SUBJECT.kind);
  return reading === undefined ? missing(`what ${name} asks for`) : amountOf(reading, name);
}

function amountOf(reading: Reading, name: string): NamedAmount {
  const { outcome, tags, notes } = reading;
  const inputs = reading.inputs();
  switch (outcome.state) {
    case 'ok':
      return found(outcome.measured, null, inputs, { firm: firmOf(reading), tags, notes });
    case 'ruled':
      return outcome.measured === null
        ? { state: 'missing', missing: [`an amount in ${name}`], inputs }
        : found(outcome.measured, null, inputs, { firm: firmOf(reading), tags, notes });
    case 'insufficient-data':
      return { state: 'missing', missing: outcome.missing, inputs };
    default:
      return { state: outcome.state, reason: `${name}: ${outcome.reason}`, inputs };
  }
}

function firmOf({ nonBinding, outcome }: Reading): Extract<NamedAmount, { state: 'found' }>['firm'] {
  const measured = outcome.state === 'ok' || outcome.state === 'ruled' ? outcome.measured : null;
  if (nonBinding === null) return measured;
  return nonBinding.without?.state === 'ok' ? nonBinding.without.measured : null;
}
