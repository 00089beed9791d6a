import { confidenceOf } from '../confidence.ts';
import { companiesAmong, type Focus } from '../focus.ts';
import type { Money } from '../money.ts';
import { type Placed, within } from '../placed.ts';
import type { Reading } from '../reading.ts';
import type { ProposedMetric, Rated } from '../report.ts';
import type { Sentence } from '../sentences.ts';
import { metricNounsIn } from './nouns.ts';

/** Rows of a table: the metric stands in the head of the column or in the first cell of the row. */
export function tableMetrics(reading: Reading, focus: Focus): readonly Rated<ProposedMetric>[] {
  return tablesIn(reading).flatMap((rows) => metricsOfTable(rows, reading, focus));
}

function tablesIn({ sentences }: Reading): readonly (readonly Sentence[])[] {
  const tables: Sentence[][] = [];
  for (const sentence of sentences) {
    const last = tables.at(-1);
    if (sentence.kind !== 'row') continue;
    if (last !== undefined && last.at(-1)?.line === sentence.line - 1) last.push(sentence);
    else tables.push([sentence]);
  }
  return tables;
}

interface Cell extends Placed {
  readonly text: string;
}

function cellsOf({ start, text }: Sentence): readonly Cell[] {
  const mark = text.includes('|') ? '|' : '\t';
  const cells: Cell[] = [];
  let at = 0;
  for (const part of text.split(mark)) {
    const from = at + part.length - part.trimStart().length;
    cells.push({ start: start + from, end: start + from + part.trim().length, text: part.trim() });
    at += part.length + 1;
  }
  const isBordered = mark === '|' && cells[0]?.text === '' && cells.at(-1)?.text === '';
  return isBordered ? cells.slice(1, -1) : cells;
}

const PERIOD_HEAD = /^(?:year|period|date|as of|when|fiscal year|financial year|FY)$/iu;
const PERIOD =
  /^(?:(?:FY|Q[1-4]|H[12]|[1-4]Q|[12]H)[ ’']?\d{0,4}.*|(?:19|20)\d\d(?:[-–/]\d{2,4})?[EeFfAa]?|.*\b(?:quarter|half|months|year)\b.*)$/u;

function metricsOfTable(
  rows: readonly Sentence[],
  reading: Reading,
  focus: Focus,
): readonly Rated<ProposedMetric>[] {
  const head = rows[0] === undefined ? [] : cellsOf(rows[0]);
  const periodAt = head.findIndex(({ text }) => PERIOD_HEAD.test(text));
  return rows.slice(1).flatMap((row) => {
    const cells = cellsOf(row);
    const label = cells[0];
    if (label === undefined || /^[-: ]*$/u.test(label.text)) return [];
    return cells.slice(1).flatMap((cell, at) => {
      const top = head[at + 1]?.text ?? '';
      return cellMetric({ cell, label, top, period: cells[periodAt]?.text ?? null }, reading, focus);
    });
  });
}

interface Crossing {
  readonly cell: Cell;
  readonly label: Cell;
  readonly top: string;
  readonly period: string | null;
}

/** A sum under the name of a metric belongs to the company of its row; under a period, to the metric of its row. */
function cellMetric(
  { cell, label, top, period }: Crossing,
  reading: Reading,
  focus: Focus,
): Rated<ProposedMetric>[] {
  const sum = within<Money>(reading.money, cell)[0];
  if (sum === undefined || isPrice(top) || isPrice(label.text)) return [];
  const byColumn = nounOf(top);
  const byRow = nounOf(label.text);
  const metric = byColumn ?? byRow;
  if (metric === null || metric.of !== 'money') return [];
  const company = companiesAmong(within(reading.names, label))[0]?.name;
  const inRow = byColumn === null ? (PERIOD.test(top) ? top : null) : period;
  return [
    {
      entity: byColumn === null ? focus.main : (company ?? plainLabel(label.text)),
      metric: metric.metric,
      low: sum.low,
      high: sum.high,
      qualifier: sum.qualifier,
      unit: sum.currency,
      period: inRow,
      evidenceStart: label.start,
      evidenceEnd: cell.end,
      confidence: confidenceOf('metrics/table'),
    },
  ];
}

function nounOf(text: string) {
  return metricNounsIn(text, text.toLowerCase())[0] ?? null;
}

function isPrice(text: string): boolean {
  return /\b(?:per|price|hour|cost\/|\/hour|\/month|target|EPS|share)\b/iu.test(text);
}

function plainLabel(text: string): string | null {
  const label = text.replace(/\s*\([^)]*\)\s*$/u, '').trim();
  return /^\p{Lu}/u.test(label) ? label : null;
}
