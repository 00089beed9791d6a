import { POLICY_WORDS } from '../figures/policy.ts';
import type { Measure, SignalDefinition } from './definition.ts';
import { thresholdKey } from './flag.ts';
import { signalRegistry } from './registry.ts';
import { TAGS } from './tags.ts';

/**
 * The text of docs/signals.md, made from the registry, so that the page cannot fall behind the program.
 * Written by `npm run docs`; a test compares the file with this function.
 */
export function signalsMarkdown(): string {
  return `${[INTRODUCTION, ...signalRegistry.map(signalSection), policySection(), tagSection()].join('\n\n')}\n`;
}

const INTRODUCTION = `# Signals

This page is generated from the program by \`npm run docs\`; edit the signals, not the page.

A signal computes a number from the figures and deals on file and compares it with three thresholds: watch, warn and critical. A threshold is passed when the number lies strictly beyond it, and numbers are compared before they are rounded.

- **Ranges.** Figures are ranges, so results are too. The severity is that of the stated amount. It is *certain* if both ends of the range fall into the same band, otherwise *possible*, and both ends are shown.
- **Unknown is not zero.** A missing or undisclosed figure gives *insufficient data* with a list of what is missing; a division that has no meaning gives *not computable*. Neither is ever shown as clear.
- **Not binding.** Letters of intent count but cannot lift a severity past warn; talks and rumours weigh nothing. The uncapped severity stands in the note.
- **Thresholds.** The narrowest set in force applies: that of the entity, else of its sector, else of the ledger, else the default below.
- **One programme, one amount.** A deal whose parts are on file is counted through its parts, and entities that roll up to a parent count as that parent.`;

function signalSection(signal: SignalDefinition): string {
  return [
    `## ${signal.name}`,
    signal.question,
    [
      `- Id: \`${signal.id}\``,
      `- Formula: ${signal.formula}`,
      `- Pillar: ${signal.pillar}; family: ${signal.family}`,
      `- Method: ${signal.method}`,
    ].join('\n'),
    measureTable(signal),
    signal.measures.map(whyLine).join('\n'),
    ['It may mislead where:', '', ...signal.falsePositives.map((sentence) => `- ${sentence}`)].join('\n'),
  ].join('\n\n');
}

function measureTable({ id, measures }: SignalDefinition): string {
  const rows = measures.map(({ id: measure, name, unit, isLowerWorse, defaults }) => {
    const sign = isLowerWorse ? '<' : '>';
    const levels = [defaults.watch, defaults.warn, defaults.critical].map((level) => `${sign} ${level}`);
    return `| ${name} | \`${thresholdKey(id, measure)}\` | ${UNIT_WORDS[unit]} | ${levels.join(' | ')} |`;
  });
  return [
    '| Measure | Key of its thresholds | Unit | Watch | Warn | Critical |',
    '|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

const UNIT_WORDS: Readonly<Record<Measure['unit'], string>> = {
  x: 'times',
  share: 'share, 0 to 1',
  index: 'index, 0 to 10,000',
  percent: 'per cent',
  months: 'months',
  days: 'days',
  points: 'percentage points',
  score: 'score',
};

function whyLine({ name, why }: Measure): string {
  return `- ${name}: ${why}`;
}

function policySection(): string {
  const lines = POLICY_WORDS.map(({ id, label, what }) => `- **${label}** (\`${id}\`): ${what}`);
  return ['## Choosing among sources', POLICY_LAW, lines.join('\n')].join('\n\n');
}

const POLICY_LAW =
  'Where several sources give the same figure, one policy chooses; every card shows what the other policies would give. An undisclosed amount never displaces a disclosed one.';

function tagSection(): string {
  const rows = Object.entries(TAGS).map(([tag, sentence]) => `| \`${tag}\` | ${sentence} |`);
  return ['## Tags', ['| Tag | Meaning |', '|---|---|', ...rows].join('\n')].join('\n\n');
}
