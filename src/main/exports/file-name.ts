import { Buffer } from 'node:buffer';

/** File names that every system accepts. Law: the ending survives, and nothing in the name can hide it. */
const BYTE_LIMIT = 120;
const NOT_IN_NAMES = /[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)$/i;

interface ExportFileName {
  readonly ledger: string;
  /** Title of the table, or null for the whole ledger. */
  readonly table: string | null;
  readonly headHash: string;
  /** The moment exported, where it is not now. */
  readonly asOf: string | null;
  readonly knownAt: string | null;
  readonly ext: string;
}

/** The name offered for an export: ledger, table, the moment if past, "confidential" and the start of the head hash. */
export function exportFileName({ ledger, table, headHash, ext, ...moment }: ExportFileName): string {
  const tail = `${momentText(moment)} confidential ${headHash.slice(0, 8)}`;
  return safeFileName(table === null ? ledger : `${ledger} ${table}`, `${tail}.${ext}`);
}

/** Colons may stand in no file name. */
function momentText({ asOf, knownAt }: Pick<ExportFileName, 'asOf' | 'knownAt'>): string {
  const day = asOf === null ? '' : ` as of ${asOf}`;
  return knownAt === null ? day : `${day} known ${knownAt.replaceAll(':', '')}`;
}

/** `stem` cleaned and cut so that stem and tail together are a file name of at most 120 bytes. */
export function safeFileName(stem: string, tail: string): string {
  const end = plain(tail);
  const start = cut(trimmed(plain(stem)), BYTE_LIMIT - Buffer.byteLength(end));
  const name = start === '' ? 'export' : start;
  return `${RESERVED.test(name.split('.')[0]?.trim() ?? '') ? `_${name}` : name}${end}`;
}

function plain(text: string): string {
  return text.replace(NOT_IN_NAMES, ' ').replace(/\s+/g, ' ');
}

/** Leading points hide a file, a leading hyphen is an option, trailing points and blanks are dropped by Windows. */
function trimmed(text: string): string {
  return text.replace(/^[\s.-]+|[\s.]+$/g, '');
}

/** One byte less than allowed, for the mark that a reserved name gets. */
function cut(text: string, bytes: number): string {
  let size = 1;
  let kept = '';
  for (const character of text) {
    size += Buffer.byteLength(character);
    if (size > bytes) break;
    kept += character;
  }
  return trimmed(kept);
}
