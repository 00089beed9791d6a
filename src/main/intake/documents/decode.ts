import { PlumblineError } from '#shared/errors.ts';
import type { EncodingName } from './wire.ts';

/**
 * Bytes to text (SECURITY R34). Law: UTF-16 with its mark, else strict UTF-8, else what the analyst says; never a guess.
 * Nothing is changed: line ends, NUL, bidirectional controls, lone halves of pairs and the mark itself stay in the text.
 */
export function decodeText(bytes: Uint8Array, encoding: EncodingName | null): string {
  const name = encoding ?? encodingByMark(bytes) ?? 'utf-8';
  if (name === 'utf-16le' || name === 'utf-16be') return utf16(bytes, name);
  try {
    return new TextDecoder(name, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new PlumblineError('DOCUMENT_ENCODING', [sentenceFor(name, bytes)], { cause });
  }
}

export function encodingByMark(bytes: Uint8Array): EncodingName | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : null;
}

/** Not TextDecoder, which refuses or replaces a lone half of a pair. */
function utf16(bytes: Uint8Array, name: 'utf-16le' | 'utf-16be'): string {
  if (bytes.length % 2 === 1)
    throw new PlumblineError('DOCUMENT_ENCODING', [
      `The file is marked as UTF-16 but has an odd number of bytes (${bytes.length.toLocaleString('en')}).`,
    ]);
  const own = Buffer.from(bytes);
  return (name === 'utf-16be' ? own.swap16() : own).toString('utf16le');
}

function sentenceFor(name: EncodingName, bytes: Uint8Array): string {
  if (name !== 'utf-8') return `The bytes are not ${name}.`;
  const at = firstInvalid(bytes);
  return `The text is not UTF-8 from byte ${(at + 1).toLocaleString('en')} on. If it comes from an older Windows program, use --encoding windows-1252, or that choice in the window.`;
}

/** Place of the first byte that is no UTF-8: found by halving, as a prefix is valid or not. */
function firstInvalid(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (isValidStart(bytes.subarray(0, middle))) valid = middle;
    else invalid = middle;
  }
  return valid;
}

/** Streaming: a character cut off at the end is no fault yet. */
function isValidStart(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
