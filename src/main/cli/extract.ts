import { createHash } from 'node:crypto';
import { extractDocument } from '#core/extract/extract.ts';
import type { Extraction } from '#core/extract/report.ts';
import { extractionJson } from '#core/extract/report-json.ts';
import { parseDocument } from '#main/intake/documents/document-parser.ts';
import { startNodeParser } from '#main/intake/documents/node-parser.ts';
import { proposedSource } from '#main/intake/documents/proposed-source.ts';
import { readDocumentFile } from '#main/intake/documents/read-document-file.ts';
import { ENCODINGS, type EncodingName } from '#main/intake/documents/wire.ts';
import { findAppRoot } from '#main/transport/app-root.ts';
import type { ParsedDocument } from '#shared/contract/documents.ts';
import { PlumblineError } from '#shared/errors.ts';
import type { Terminal } from './terminal.ts';

export interface ExtractOptions {
  readonly encoding?: string;
}

interface Extracted {
  readonly file: string;
  readonly extraction: Extraction;
  readonly sha256: string;
}

/**
 * What the words of documents propose; no ledger is needed and nothing is written. All are read before the first is
 * printed, so that a refused file leaves no half answer.
 */
export async function extractCommand(
  files: readonly string[],
  options: ExtractOptions,
  terminal: Terminal,
): Promise<number> {
  const encoding = encodingNamed(options.encoding);
  const read: Extracted[] = [];
  for (const file of files) {
    terminal.progress(read.length / files.length, file);
    read.push(await extractFile(file, encoding));
  }
  const documents = read.map(({ file, extraction, sha256 }) => ({
    file,
    ...extractionJson(extraction, sha256),
  }));
  const [only] = read;
  terminal.document(
    files.length === 1 && only !== undefined ? extractionJson(only.extraction, only.sha256) : { documents },
  );
  for (const one of read) for (const line of linesOf(one, files.length > 1)) terminal.say(line);
  return 0;
}

/** Null where none is given. Throws USAGE. */
export function encodingNamed(name: string | undefined): EncodingName | null {
  if (name === undefined) return null;
  const found = ENCODINGS.find((one) => one === name.toLowerCase());
  if (found === undefined)
    throw new PlumblineError('USAGE', [`--encoding takes one of: ${ENCODINGS.join(', ')}.`]);
  return found;
}

/** Throws DOCUMENT_ errors whose first detail is the file's name. */
async function extractFile(file: string, encoding: EncodingName | null): Promise<Extracted> {
  const parsed = await parseFile(file, encoding);
  const extraction = extractDocument(parsed.text);
  return {
    file,
    extraction: { ...extraction, source: proposedSource(parsed, extraction.source) },
    sha256: createHash('sha256').update(parsed.text, 'utf8').digest('hex'),
  };
}

async function parseFile(file: string, encoding: EncodingName | null): Promise<ParsedDocument> {
  const { documentProcess } = findAppRoot();
  try {
    const request = { ...(await readDocumentFile(file)), isPasted: false, encoding };
    return await parseDocument(() => startNodeParser(documentProcess), request);
  } catch (thrown) {
    if (!(thrown instanceof PlumblineError)) throw thrown;
    throw new PlumblineError(thrown.code, [`${file}:`, ...thrown.details], { cause: thrown });
  }
}

const CLASSES = ['money', 'percents', 'quotes', 'deals', 'reactions', 'metrics'] as const;

function linesOf({ file, extraction }: Extracted, isNamed: boolean): readonly string[] {
  const { title, publisher, published } = extraction.source;
  const head = [title, publisher, published].filter((part) => part !== null).join(', ');
  const counts = CLASSES.map((name) => `${extraction[name].length} ${name}`).join(', ');
  return [
    ...(isNamed ? [`${file}:`] : []),
    head === '' ? 'The document does not name its title, publisher or day.' : head,
    `${counts}; ${extraction.excluded.length} passages set aside.`,
    ...candidateLines(extraction),
  ];
}

function candidateLines(extraction: Extraction): readonly string[] {
  return [
    ...extraction.deals.map(
      (deal) =>
        `  deal      ${deal.parties.map(({ name, role }) => `${name} (${role})`).join(', ')}: ${deal.kind}, ${sum(deal.low, deal.high, deal.currency)}, ${deal.status}`,
    ),
    ...extraction.reactions.map(
      ({ entity, direction, percent }) =>
        `  reaction  ${entity} ${direction}${percent === null ? '' : ` ${number(percent)} %`}`,
    ),
    ...extraction.metrics.map(
      ({ entity, metric, low, high, unit, period }) =>
        `  metric    ${entity ?? 'unnamed'}: ${metric} ${sum(low, high, unit)}${period === null ? '' : `, ${period}`}`,
    ),
    ...extraction.quotes.map(({ speaker, text }) => `  quote     ${speaker ?? 'unnamed'}: "${short(text)}"`),
    ...extraction.money.map(
      ({ text, low, high, currency, qualifier, start }) =>
        `  money     ${text} = ${sum(low, high, currency)}, ${qualifier}, at ${start}`,
    ),
    ...extraction.percents.map(({ text, start }) => `  percent   ${text}, at ${start}`),
  ];
}

function sum(low: number | null, high: number | null, unit: string | null): string {
  const ends =
    low === null && high === null
      ? 'undisclosed'
      : low === high && low !== null
        ? number(low)
        : `${low === null ? 'up to' : number(low)}${low === null ? ' ' : high === null ? ' or more' : ' to '}${high === null ? '' : number(high)}`;
  return unit === null || ends === 'undisclosed' ? ends : `${ends} ${unit}`;
}

function number(amount: number): string {
  return amount.toLocaleString('en', { maximumFractionDigits: 6 });
}

function short(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  return line.length <= 100 ? line : `${line.slice(0, 99)}…`;
}
