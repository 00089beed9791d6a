import { TAGS } from '#core/signals/tags.ts';

/** What the tags of a flag mean, in a sentence each. A tag without a sentence here is shown by its own words. */
const SENTENCES: Readonly<Record<string, string>> = {
  gross:
    'Commitments are taken at their headline, not at what remains to be paid: no payment schedule is on file.',
  'basis-mismatch':
    'The figures are not of one basis, so they are not fully alike: for instance a forecast against an actual.',
  'undisclosed-amounts':
    'Some deals are on file without an amount; they are not counted as zero, so the result may be higher.',
  'no-rate': 'Some amounts are in another currency and no exchange rate is on file, so they are not counted.',
  'letters-of-intent': 'Letters of intent are among the deals; they do not bind yet.',
  'joint-payers': 'In some deals others pay too; the subject pays at most what is counted here.',
  derived: 'An input was worked out from another figure, not stated by a source.',
  proxy: 'An input stands in for one that is not on file.',
  assumption: 'The result rests on an assumption that no source states.',
  'policy-sensitive': 'Another way of choosing between the sources would give another severity.',
  'analysts-pick': 'A figure counts because an analyst picked it; the note says who, why and until when.',
  'pick-expired': 'The pick of a figure has expired, so the most reliable one is used again.',
  'pick-not-eligible': 'The figure that was picked cannot be used here, so the most reliable one is.',
  capped: 'The severity is capped at warn because it rests on money that is not yet binding.',
};

const METHOD_TAGS: Readonly<Record<string, string>> = TAGS;

export function tagText(tag: string): string {
  const sentence = SENTENCES[tag] ?? METHOD_TAGS[tag];
  if (sentence !== undefined) return sentence;
  const words = tag.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
