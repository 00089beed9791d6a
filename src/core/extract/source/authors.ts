import type { Line } from '../lines.ts';

const NAME = String.raw`\p{Lu}[\p{L}.’'-]+(?: (?:\p{Lu}[\p{L}.’'-]*|de|da|van|von|der|den|bin|al|la|le))*`;
const LIST = String.raw`${NAME}(?:(?:, | and | & |, and )${NAME})*`;
const BYLINE = new RegExp(
  String.raw`^[*_\s]*(?:By|BY|Written by|Author:?|Words by|Reported by)\s+(?<who>${LIST})`,
  'u',
);
const AFTER_DATE = new RegExp(String.raw`^\d{1,2} \p{Lu}\p{Ll}+ \d{4} by (?<who>${LIST})`, 'u');
const IN_PLACES = new RegExp(
  String.raw`^(?<who>${NAME} in ${NAME}(?:(?:, | and )${NAME} in ${NAME})*)$`,
  'u',
);
const REPORTING = new RegExp(String.raw`^\(?Reporting by (?<who>${LIST})`, 'u');
const LONGEST = 200;

/** Who wrote it, as the byline says; several are joined as printed. */
export function authorIn(opening: readonly Line[], lines: readonly Line[]): string | null {
  const patterns = [BYLINE, AFTER_DATE, IN_PLACES];
  for (const { text } of opening) {
    const line = text.trim();
    if (line.length > LONGEST) continue;
    const who = patterns
      .map((pattern) => pattern.exec(line)?.groups?.['who'])
      .find((found) => found !== undefined);
    if (who !== undefined) return plain(who);
  }
  const reporting = lines.map(({ text }) => REPORTING.exec(text.trim().slice(0, LONGEST))?.groups?.['who']);
  const who = reporting.find((found) => found !== undefined);
  return who === undefined ? null : plain(who);
}

/** Without where they wrote, and without what they are. */
function plain(who: string): string | null {
  const names = who
    .replace(/ in \p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?/gu, '')
    .split(/, | and | & /u)
    .map((name) => name.trim())
    .filter(
      (name) =>
        name !== '' &&
        !/\b(?:Correspondent|Editor|Reporter|Desk|Bureau|Writer|Staff|Agencies|Published|Updated|Last|Contributor|Analyst)\b/u.test(
          name,
        ),
    );
  return names.length === 0 ? null : names.join(', ');
}
