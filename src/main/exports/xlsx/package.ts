import { usedRange } from './sheet.ts';
import { xmlText } from './text.ts';

/** The parts of a workbook that tie its sheets together. */
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export interface SheetPart {
  readonly name: string;
  /** Null: a page without header row or filter. */
  readonly table: { readonly columns: number; readonly rows: number } | null;
}

export function contentTypesXml(sheetCount: number): string {
  const sheets = Array.from(
    { length: sheetCount },
    (_, at) =>
      `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${SHEET}.worksheet+xml"/>`,
  );
  return [
    `${XML}<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    `<Override PartName="/xl/workbook.xml" ContentType="${SHEET}.sheet.main+xml"/>`,
    `<Override PartName="/xl/styles.xml" ContentType="${SHEET}.styles+xml"/>`,
    ...sheets,
    '</Types>',
  ].join('');
}

export function rootRelationshipsXml(): string {
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
}

export function workbookRelationshipsXml(sheetCount: number): string {
  const sheets = Array.from(
    { length: sheetCount },
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  const styles = `<Relationship Id="rId${sheetCount + 1}" Type="${OFFICE}/styles" Target="styles.xml"/>`;
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${sheets.join('')}${styles}</Relationships>`;
}

export function workbookXml(parts: readonly SheetPart[]): string {
  const sheets = parts.map(
    ({ name }, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  return [
    `${XML}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}">`,
    '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="17000" activeTab="0"/></bookViews>',
    `<sheets>${sheets.join('')}</sheets>`,
    `<definedNames>${parts.map(filterName).join('')}${parts.map(titleName).join('')}</definedNames>`,
    '</workbook>',
  ].join('');
}

/** Excel looks for the range of a filter under this name too. */
function filterName({ name, table }: SheetPart, at: number): string {
  if (table === null) return '';
  const [from = '', to = ''] = usedRange(table.columns, table.rows).split(':');
  return `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${quoted(name)}!${fixed(from)}:${fixed(to)}</definedName>`;
}

/** The first column and the header row are repeated on every printed page. */
function titleName({ name, table }: SheetPart, at: number): string {
  return table === null
    ? ''
    : `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${quoted(name)}!$A:$A,${quoted(name)}!$1:$1</definedName>`;
}

function quoted(name: string): string {
  return xmlText(`'${name.replaceAll("'", "''")}'`);
}

function fixed(ref: string): string {
  return ref.replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
}
