import { groupBy } from '../../group-by.ts';
import { LIMITS } from './parse.ts';
import { type VocabularyItem, vocabularyList } from './vocabulary-list.ts';

/**
 * The text of docs/own-signals.md, made from the vocabulary, so that the page cannot fall behind the program.
 * Written by `npm run docs`; a test compares the file with this function.
 */
export function ownSignalsMarkdown(): string {
  const groups = groupBy(vocabularyList, ({ group }) => group);
  const sections = TITLES.flatMap(([group, title]) => [
    `## ${title}`,
    table(groups.get(group) ?? [], group === 'amount' || group === 'signal'),
  ]);
  return `${[INTRODUCTION, ...sections].join('\n\n')}\n`;
}

const TITLES: readonly (readonly [VocabularyItem['group'], string])[] = [
  ['amount', 'Amounts of a company'],
  ['function', 'Functions'],
  ['constant', 'Numbers with a unit'],
  ['signal', 'Built-in signals'],
];

function table(items: readonly VocabularyItem[], hasUnit: boolean): string {
  const head = hasUnit
    ? ['| Write | What it is | Unit |', '|---|---|---|']
    : ['| Write | What it is |', '|---|---|'];
  const rows = items.map(
    ({ example, what, unit }) => `| \`${example}\` | ${what} |${hasUnit ? ` ${unit} |` : ''}`,
  );
  return [...head, ...rows].join('\n');
}

const INTRODUCTION = `# Own signals

This page is generated from the program by \`npm run docs\`; edit the vocabulary, not the page.

An own signal is an expression over named amounts of a company, with a unit and three thresholds. It is evaluated like a built-in signal: over ranges, under every policy of choosing among sources, with its inputs, words and workings on the card, and it counts in the grade under the pillar that its author chose.

\`\`\`
commitments_with("Microsoft") / revenue
deals_without_amount / deals
max(0, 1 - cash / commitments)
net_loss / headcount / money(1, "USD")
\`\`\`

## What holds

- **Signs.** \`+ - * /\`, brackets, written numbers such as \`0.25\` or \`1e9\`, and the names and functions below. Nothing else: no comparisons or conditions, since the thresholds judge; no lists, loops, text tests or members.
- **Units.** Only like is added to like or compared with it: money to money in one currency, months to months. A bare number takes the unit of what it is added to, but for money, which is written \`money(5e9, "USD")\`. The result is a plain number, a share, per cent, percentage points, months or days; money has to be divided by money.
- **Ranges.** Amounts are ranges and so is the result; an open end stays open. The stated amounts give the headline. A wider amount never gives a narrower result.
- **An amount that stands twice is one amount.** \`revenue / revenue\` is 1. Where the ends of a result cannot be told because an amount pulls it both ways, the expression is refused at its second mention.
- **Missing is not zero.** A name without an amount on file gives *insufficient data* and says what to enter. A divisor that is zero or may be negative gives *not computable*, and so does a result without a lower end.
- **Not binding.** Letters of intent, talks and rumours cannot lift a severity past warn; the uncapped severity stands in the note.
- **Grade.** Own signals of one pillar count as one family, at their worst.
- **Bounds.** Up to ${LIMITS.characters} characters, ${LIMITS.nodes} parts, ${LIMITS.depth} levels of brackets. A refusal names the line and the column.`;
