import { type Flag, thresholdKey } from '#core/signals/flag.ts';
import { useAsk } from '#renderer/app/asking.ts';
import { useMoment } from '#renderer/app/moment.ts';
import { dayText } from '#renderer/app/numbers.ts';
import type { Told } from '#renderer/client.ts';
import type { CardContext } from './flag-text.ts';

export type ThresholdList = Told<'thresholds', 'list'>;
export type Measure = ThresholdList['measures'][number];
export type ThresholdSet = ThresholdList['sets'][number];

/** The question, the reason of the defaults and the author of the thresholds of a flag, once they are read. */
export function useCardContext(flag: Flag): CardContext {
  const { data } = useAsk('thresholds', 'list', useMoment());
  return contextOf(flag, data);
}

function contextOf(flag: Flag, list: ThresholdList | undefined): CardContext {
  const key = thresholdKey(flag.signal, flag.measure);
  const measure = list?.measures.find((candidate) => candidate.key === key);
  const set = list?.sets.find(({ id }) => id === flag.thresholds.setId);
  return {
    question: measure?.question ?? '',
    why: measure?.why ?? '',
    thresholdsBy: set === undefined ? null : `${set.author}, ${dayText(set.recordedAt.slice(0, 10))}`,
  };
}
