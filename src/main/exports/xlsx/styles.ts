import { SEVERITIES, type Severity } from '#core/signals/flag.ts';
import { xmlText } from './text.ts';

const LEFT = 'horizontal="left" indent="1"';
const PAGE = 'wrapText="1" vertical="top"';

/** Every look a cell can have; its place in the list is its number in the file. */
const LOOKS = [
  { name: 'plain', numFmt: 0 },
  {
    name: 'header',
    numFmt: 49,
    font: 1,
    fill: 2,
    border: 1,
    align: `${LEFT} vertical="center" wrapText="1"`,
  },
  {
    name: 'numberHeader',
    numFmt: 49,
    font: 1,
    fill: 2,
    border: 1,
    align: 'horizontal="right" vertical="center" wrapText="1"',
  },
  { name: 'text', numFmt: 49, align: LEFT },
  { name: 'quoted', numFmt: 49, align: LEFT, isQuoted: true },
  { name: 'whole', numFmt: 3 },
  { name: 'broken', numFmt: 164 },
  { name: 'percent', numFmt: 165 },
  { name: 'day', numFmt: 166, align: LEFT },
  { name: 'instant', numFmt: 167, align: LEFT },
  { name: 'times', numFmt: 168 },
  { name: 'share', numFmt: 169 },
  { name: 'index', numFmt: 170 },
  { name: 'wrapped', numFmt: 49, align: PAGE },
  { name: 'wrappedQuoted', numFmt: 49, align: PAGE, isQuoted: true },
  { name: 'strong', numFmt: 49, font: 1, align: PAGE },
] as const satisfies readonly Look[];

interface Look {
  readonly name: string;
  readonly numFmt: number;
  readonly font?: number;
  readonly fill?: number;
  readonly border?: number;
  readonly align?: string;
  /** Excel's own mark for "text, whatever it starts with". */
  readonly isQuoted?: boolean;
}

type LookName = (typeof LOOKS)[number]['name'];

/** Number of a look, as the `s` attribute of a cell. */
export const look = Object.fromEntries(LOOKS.map(({ name }, index) => [name, index])) as Readonly<
  Record<LookName, number>
>;

const NUMBER_FORMATS: Readonly<Record<number, string>> = {
  164: '#,##0.00####',
  165: '0.0###%',
  166: 'yyyy-mm-dd',
  167: 'yyyy-mm-dd hh:mm:ss',
  168: '#,##0.00"x"',
  169: '0.0%',
  170: '#,##0.0',
};

const PAINT: Readonly<Record<Severity, { readonly fill: string; readonly font: string }>> = {
  critical: { fill: 'FFF6C6C2', font: 'FF7A1B12' },
  warn: { fill: 'FFFCE0B0', font: 'FF6B3F00' },
  watch: { fill: 'FFFFF3BF', font: 'FF5C4A00' },
  clear: { fill: 'FFD3EFDA', font: 'FF14532D' },
  'insufficient-data': { fill: 'FFE6E8EB', font: 'FF3B424A' },
  'not-computable': { fill: 'FFE6E8EB', font: 'FF3B424A' },
  'not-applicable': { fill: 'FFF3F4F6', font: 'FF5B636C' },
};

/** xl/styles.xml */
export function stylesXml(): string {
  const formats = Object.entries(NUMBER_FORMATS).map(
    ([id, code]) => `<numFmt numFmtId="${id}" formatCode="${xmlText(code)}"/>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    counted('numFmts', formats),
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>',
    '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>',
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
    '<fill><patternFill patternType="solid"><fgColor rgb="FFE9EDF2"/><bgColor indexed="64"/></patternFill></fill></fills>',
    '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>',
    '<border><left/><right/><top/><bottom style="thin"><color rgb="FF8A94A0"/></bottom><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    counted('cellXfs', LOOKS.map(lookXml)),
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    counted('dxfs', SEVERITIES.map(paintXml)),
    '</styleSheet>',
  ].join('');
}

/** Rules that colour the severities in a range, such as `E2:E40`. */
export function severityRulesXml(range: string): string {
  const rules = SEVERITIES.map(
    (severity, index) =>
      `<cfRule type="cellIs" dxfId="${index}" priority="${index + 1}" operator="equal"><formula>&quot;${severity}&quot;</formula></cfRule>`,
  );
  return `<conditionalFormatting sqref="${range}">${rules.join('')}</conditionalFormatting>`;
}

function lookXml({ numFmt, font = 0, fill = 0, border = 0, align, isQuoted = false }: Look): string {
  const marks = [
    numFmt === 0 ? '' : ' applyNumberFormat="1"',
    font === 0 ? '' : ' applyFont="1"',
    fill === 0 ? '' : ' applyFill="1"',
    border === 0 ? '' : ' applyBorder="1"',
    align === undefined ? '' : ' applyAlignment="1"',
    isQuoted ? ' quotePrefix="1"' : '',
  ].join('');
  const start = `<xf numFmtId="${numFmt}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"${marks}`;
  return align === undefined ? `${start}/>` : `${start}><alignment ${align}/></xf>`;
}

function paintXml(severity: Severity): string {
  const { fill, font } = PAINT[severity];
  return `<dxf><font><color rgb="${font}"/></font><fill><patternFill patternType="solid"><fgColor rgb="${fill}"/><bgColor rgb="${fill}"/></patternFill></fill></dxf>`;
}

function counted(name: string, parts: readonly string[]): string {
  return `<${name} count="${parts.length}">${parts.join('')}</${name}>`;
}
