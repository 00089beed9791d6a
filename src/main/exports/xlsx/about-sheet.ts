import type { Severity } from '#core/signals/flag.ts';
import { SEVERITIES } from '#core/signals/flag.ts';
import type { ExportDocument } from '../document.ts';
import { textXml } from './cells.ts';
import { pageXml, SHEET_OPENING, widthsXml } from './sheet.ts';
import { look, severityRulesXml } from './styles.ts';

/** The first sheet: what the workbook is, which state of which ledger it shows, and how to read it. */
interface AboutLine {
  readonly item: string;
  readonly text: string;
  readonly isHeading: boolean;
}

const MEANING: Readonly<Record<Severity, string>> = {
  critical: 'Past the critical threshold.',
  warn: 'Past the warn threshold.',
  watch: 'Past the watch threshold.',
  clear: 'Past none of the thresholds.',
  'insufficient-data': 'A figure that the signal needs is not in the ledger.',
  'not-computable': 'The figures are there, but the formula has no result for them.',
  'not-applicable': 'The signal does not speak of this kind of subject.',
};

const READING: readonly (readonly [string, string])[] = [
  ['Amounts', 'Full units of the currency or unit in the column beside them.'],
  ['Empty cells', 'Unknown or not disclosed; never zero. An empty high end is open above.'],
  ['Days', 'Dates of the workbook; the few before March 1900 are text.'],
  ['Times', 'In UTC.'],
  ['Yes and No', 'Empty where neither is known.'],
  ['Long texts', 'Cut after 32,767 characters, the most that a cell holds, and marked where they are.'],
  ['Certainty', 'Certain: the whole range of the result is in that severity. Possible: only a part of it.'],
];

/** xl/worksheets/sheet1.xml; `names` are the sheets' names in the workbook. */
export function aboutSheetXml(document: ExportDocument, names: readonly string[], footer: string): string {
  const lines = aboutLines(document, names);
  return [
    SHEET_OPENING,
    '<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/>',
    widthsXml([26, 90]),
    `<sheetData>${lines.map(lineXml).join('')}</sheetData>`,
    severityRulesXml(`A1:A${lines.length}`),
    pageXml(footer),
    '</worksheet>',
  ].join('');
}

function aboutLines({ meta, sheets }: ExportDocument, names: readonly string[]): readonly AboutLine[] {
  const by = meta.exportedBy === undefined ? [] : [line('Exported by', meta.exportedBy)];
  return [
    heading('Confidential', 'For the recipient only.'),
    line('Ledger', meta.ledger),
    line('As of', meta.asOf),
    line('Known at', knownText(meta.knownAt)),
    line('Last change', `Number ${meta.seq}`),
    line('Ledger head', meta.headHash),
    ...by,
    line('Made with', 'Plumbline'),
    line('', ''),
    heading('Sheets', ''),
    ...sheets.map(({ what }, at) => line(names[at] ?? '', what)),
    line('', ''),
    heading('Severities', ''),
    ...SEVERITIES.map((severity) => line(severity, MEANING[severity])),
    line('', ''),
    heading('How to read it', ''),
    ...READING.map(([item, text]) => line(item, text)),
  ];
}

function knownText(knownAt: string | null): string {
  return knownAt === null
    ? 'All that is recorded until the last change below.'
    : `${knownAt}: what was recorded later is left out, what was retracted later is still in.`;
}

function line(item: string, text: string): AboutLine {
  return { item, text, isHeading: false };
}

function heading(item: string, text: string): AboutLine {
  return { item, text, isHeading: true };
}

function lineXml({ item, text, isHeading }: AboutLine, index: number): string {
  const number = index + 1;
  const style = isHeading ? look.strong : look.wrapped;
  const cells = [
    item === '' ? '' : textXml(`A${number}`, item, style, look.wrappedQuoted),
    text === '' ? '' : textXml(`B${number}`, text, style, look.wrappedQuoted),
  ];
  return `<row r="${number}">${cells.join('')}</row>`;
}
