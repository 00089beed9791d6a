import type { Alternative, Flag, FlagInput } from '#core/signals/flag.ts';
import { certaintyText, originText, scopeText, thresholdsText, verdictText } from './flag-words.ts';
import { credibilityText, reliabilityText } from './grade-words.ts';
import { policyText } from './policy-words.ts';
import { intervalText, rangeText, type TextOptions } from './quantity-text.ts';
import { severityLabel } from './severity-words.ts';
import { tableLines } from './table-text.ts';
import { tagText } from './tag-words.ts';

/** What the card says beside the flag itself: the question it answers and who set its thresholds. */
export interface CardContext {
  readonly question: string;
  readonly why: string;
  readonly thresholdsBy: string | null;
  /** Of what day, known when and by which version of the methods, in a sentence. */
  readonly moment: string;
  /** Where the review stands, in sentences; empty where nothing was decided. */
  readonly review: readonly string[];
}

/** The card as plain text for a memo: everything that is needed to work the flag out again by hand. */
export function flagText(flag: Flag, context: CardContext, options: TextOptions = {}): string {
  const blocks = [
    headBlock(flag, context, options),
    [
      'How it is worked out',
      flag.formula,
      flag.workings,
      `Choice of figures: ${policyText(flag.policy)}`,
    ].filter((line) => line !== ''),
    ...flag.tables.map((table) => tableLines(table, options)),
    thresholdBlock(flag, context, options),
    inputBlock(
      'Inputs',
      flag.inputs.filter(({ isUsed }) => isUsed),
      options,
    ),
    inputBlock(
      'Left out',
      flag.inputs.filter(({ isUsed }) => !isUsed),
      options,
    ),
    alternativeBlock(flag, options),
    listBlock('Bear in mind', flag.tags.map(tagText)),
    listBlock('Missing', flag.missing),
    flag.note === '' ? [] : ['Note', flag.note],
    context.review.length === 0 ? [] : ['Review', ...context.review],
    ['Worked out', context.moment],
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

function headBlock(flag: Flag, { question }: CardContext, options: TextOptions): readonly string[] {
  const range = rangeText(flag.value, flag.unit, options);
  const verdict = `${severityLabel(flag.severity)}: ${verdictText(flag, options)}${range === null ? '' : ` (${range})`}`;
  const certainty = certaintyText(flag, options);
  return [
    `${flag.name}: ${scopeText(flag)}`,
    ...(question === '' ? [] : [question]),
    flag.value === null ? severityLabel(flag.severity) : verdict,
    ...(certainty === null ? [] : [certainty]),
  ];
}

function thresholdBlock(
  { thresholds, unit }: Flag,
  { thresholdsBy, why }: CardContext,
  options: TextOptions,
): readonly string[] {
  const by = thresholdsBy === null ? '' : ` (${thresholdsBy})`;
  const reason = thresholds.reason ?? (thresholds.origin === 'default' ? why : '');
  return [
    'Thresholds',
    `${thresholdsText(thresholds, unit, options)}. ${originText(thresholds.origin)}${by}.`,
    ...(reason === '' ? [] : [`Why: ${reason}`]),
  ];
}

function inputBlock(title: string, inputs: readonly FlagInput[], options: TextOptions): readonly string[] {
  return inputs.length === 0 ? [] : [title, ...inputs.flatMap((input) => inputLines(input, options))];
}

function inputLines(input: FlagInput, options: TextOptions): readonly string[] {
  const { role, name, source, quote, note } = input;
  return [
    `- ${role}: ${name}: ${inputAmountText(input, options)}`,
    `  ${[source, ...inputFacts(input), input.id].join('; ')}`,
    ...(quote === null ? [] : [`  "${quote}"`]),
    ...(note === null || note === '' ? [] : [`  ${note}`]),
  ];
}

/** The amount of an input; a deal that is left out has none of its own here, its note says why. */
export function inputAmountText({ value, unit, isUsed }: FlagInput, options: TextOptions = {}): string {
  return value === null && !isUsed ? 'not counted' : intervalText(value, unit, options);
}

/** Grade, credibility, basis, status and period of an input, each in words. */
function inputFacts({ reliability, credibility, basis, status, period }: FlagInput): readonly string[] {
  return [
    reliabilityText(reliability),
    credibilityText(credibility),
    ...[basis, status, period].flatMap((fact) =>
      fact === null || fact === '' ? [] : [fact.replaceAll('-', ' ')],
    ),
  ];
}

function alternativeBlock({ alternatives, unit }: Flag, options: TextOptions): readonly string[] {
  if (alternatives.length === 0) return [];
  return [
    'On other figures',
    ...alternatives.map((alternative) => alternativeLine(alternative, unit, options)),
  ];
}

function alternativeLine(
  { label, value, severity, note }: Alternative,
  unit: string,
  options: TextOptions,
): string {
  const verdict =
    value === null
      ? severityLabel(severity)
      : `${intervalText(value, unit, options)}, ${severityLabel(severity).toLowerCase()}`;
  return `- ${label}: ${verdict}${note === null || note === '' ? '' : ` (${note})`}`;
}

function listBlock(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `- ${line}`)];
}
