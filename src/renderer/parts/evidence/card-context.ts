import { refOf } from '#core/signals/disposition.ts';
import { ENGINE_VERSION } from '#core/signals/engine.ts';
import { type Flag, thresholdKey } from '#core/signals/flag.ts';
import { useAsk } from '#renderer/app/asking.ts';
import { type Moment, useMoment } from '#renderer/app/moment.ts';
import { dayText, instantText } from '#renderer/app/numbers.ts';
import type { Told } from '#renderer/client.ts';
import { reviewLines } from '#renderer/parts/review/review-words.ts';
import type { CardContext } from './flag-text.ts';

export type ThresholdList = Told<'thresholds', 'list'>;
export type Measure = ThresholdList['measures'][number];
export type ThresholdSet = ThresholdList['sets'][number];

/** The question, the reason of the defaults and the author of the thresholds of a flag, once they are read. */
export function useCardContext(flag: Flag): CardContext {
  const moment = useMoment();
  const { data } = useAsk('thresholds', 'list', moment);
  const { data: ledger } = useAsk('ledger', 'info', {});
  const { data: decided } = useAsk('dispositions', 'get', { ...refOf(flag), ...moment });
  return {
    ...contextOf(flag, data),
    moment: momentText(flag, moment, ledger?.today ?? null),
    review: decided === undefined ? [] : reviewLines(decided.review),
  };
}

/** `As of 3 Nov 2025, with all that is known now; methods version 1.0; default thresholds.` */
export function momentText({ thresholds }: Flag, { asOf, knownAt }: Moment, today: string | null): string {
  const day = asOf ?? today;
  const set =
    thresholds.setId === null
      ? 'default thresholds'
      : `threshold set ${thresholds.setId}${thresholds.version === null ? '' : `, version ${thresholds.version}`}`;
  return [
    `As of ${day === null ? 'today' : dayText(day)}, ${knownAt === null ? 'with all that is known now' : `as known at ${instantText(knownAt)}`}`,
    `methods version ${ENGINE_VERSION}`,
    `${set}.`,
  ].join('; ');
}

function contextOf(flag: Flag, list: ThresholdList | undefined): Omit<CardContext, 'moment' | 'review'> {
  const key = thresholdKey(flag.signal, flag.measure);
  const measure = list?.measures.find((candidate) => candidate.key === key);
  const set = list?.sets.find(({ id }) => id === flag.thresholds.setId);
  return {
    question: measure?.question ?? '',
    why: measure?.why ?? '',
    thresholdsBy: set === undefined ? null : `${set.author}, ${dayText(set.recordedAt.slice(0, 10))}`,
  };
}
