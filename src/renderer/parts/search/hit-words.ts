import { nounOf } from '#core/model/nouns.ts';
import { dayText } from '#renderer/app/numbers.ts';
import type { SearchGroup, SearchHit } from '#shared/contract/search.ts';

/** Where a hit is from: its document with publisher and day, or nothing for what comes from none. */
export function originText({ noun, source }: SearchHit): string {
  if (source === null) return '';
  const day = source.publishedOn === null ? 'day unknown' : dayText(source.publishedOn);
  const parts = noun === 'source' ? [source.publisher, day] : [source.title, source.publisher, day];
  return parts.filter((part) => part !== null && part !== '').join(', ');
}

/** `Documents`, `Figures`: a source is read, so it is called what it is. */
export function groupTitle(noun: SearchGroup['noun']): string {
  return noun === 'source' ? 'Documents' : nounOf(noun).plural;
}

export function kindText(noun: SearchHit['noun']): string {
  return noun === 'source' ? 'Document' : nounOf(noun).label;
}

/** `37`, or `500+` where the search stopped counting. */
export function countText({ count, isMore }: Pick<SearchGroup, 'count' | 'isMore'>): string {
  return `${count.toLocaleString()}${isMore ? '+' : ''}`;
}
