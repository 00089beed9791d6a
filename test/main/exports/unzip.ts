import { inflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly path: string;
  readonly text: string;
  readonly dosTime: number;
  readonly extraLength: number;
}

/** The parts of a ZIP by its central directory, enough to look into a workbook. */
export function unzip(zip: Buffer): ReadonlyMap<string, ZipPart> {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const count = zip.readUInt16LE(end + 10);
  const parts = new Map<string, ZipPart>();
  let at = zip.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    const nameLength = zip.readUInt16LE(at + 28);
    const extraLength = zip.readUInt16LE(at + 30);
    const path = zip.toString('utf8', at + 46, at + 46 + nameLength);
    parts.set(path, { path, text: partText(zip, at), dosTime: zip.readUInt32LE(at + 12), extraLength });
    at += 46 + nameLength + extraLength + zip.readUInt16LE(at + 32);
  }
  return parts;
}

function partText(zip: Buffer, entry: number): string {
  const local = zip.readUInt32LE(entry + 42);
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  return inflateRawSync(zip.subarray(start, start + zip.readUInt32LE(entry + 20))).toString('utf8');
}
