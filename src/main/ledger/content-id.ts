import { createHash } from 'node:crypto';
import type { NounId } from '#core/model/field.ts';
import { nounOf } from '#core/model/nouns.ts';
import { canonicalBytes } from './canonical.ts';
import { type FieldCells, tableOf, toStoredCells } from './tables/columns.ts';

const ALPHABET = '0123456789abcdefghijklmnopqrstuv';

/**
 * The id of an entry, derived from the fields that identify it, so that importing the same fact twice meets the
 * same entry (128 bits in base 32 behind the prefix of its noun).
 */
export function contentId(noun: NounId, fields: FieldCells): string {
  const { identity, prefix } = nounOf(noun);
  const shape = tableOf(noun);
  const cells = toStoredCells(shape, fields);
  const hash = createHash('sha256').update(prefix);
  for (const name of identity) {
    const at = shape.fieldNames.indexOf(name);
    hash.update(canonicalBytes(cells[at] ?? null, shape.types[at]?.type === 'decimal' ? 'REAL' : 'TEXT'));
  }
  return `${prefix}_${base32(hash.digest().subarray(0, 16))}`;
}

function base32(bytes: Buffer): string {
  let bits = BigInt(`0x${bytes.toString('hex')}`);
  let text = '';
  for (let digit = 0; digit < 26; digit += 1) {
    text = (ALPHABET[Number(bits & 31n)] ?? '') + text;
    bits >>= 5n;
  }
  return text;
}
