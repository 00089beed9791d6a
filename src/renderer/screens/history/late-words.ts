/** Sentences of the late-knowledge list. */
interface Undated {
  readonly sources: number;
  readonly entries: number;
}

export function undatedText({ sources, entries }: Undated): string {
  const who = sources === 1 ? '1 source has' : `${sources.toLocaleString()} sources have`;
  const what = entries === 1 ? '1 entry that rests' : `${entries.toLocaleString()} entries that rest`;
  return `${who} no day of publication, so nothing can be said of the ${what} on ${sources === 1 ? 'it' : 'them'}. Enter the day and they are judged here.`;
}

type Standing = 'recorded-later' | 'corrected-later' | 'retracted' | 'ahead';

const STANDINGS: Readonly<Record<Standing, string>> = {
  'recorded-later': '',
  'corrected-later': 'on file then, and corrected since',
  retracted: 'had been retracted by then: our own act, no miss',
  ahead: '',
};

/** What has to be said of an entry beside its days. */
export function standingText(standing: Standing): string {
  return STANDINGS[standing];
}

/** `27 late`, `3 early`. */
export function daysText(days: number): string {
  return days < 0 ? `${-days} early` : `${days} late`;
}
