import { basename } from 'node:path';
import { PlumblineError } from '#shared/errors.ts';
import { openRegular } from '../open-regular.ts';
import { kindByName } from './document-type.ts';
import { DOCUMENT_LIMITS, tooBig } from './limits.ts';
import type { DocumentFile } from './wire.ts';

/**
 * The bytes of an ordinary file that is named like a document and is not too big; nothing of it is looked at here.
 * Throws DOCUMENT_TYPE, DOCUMENT_TOO_BIG or DOCUMENT_UNREADABLE.
 */
export async function readDocumentFile(path: string): Promise<DocumentFile> {
  const name = basename(path);
  const limit = DOCUMENT_LIMITS.bytes[kindByName(name)];
  const file = await openRegular(path, { unreadable: 'DOCUMENT_UNREADABLE', type: 'DOCUMENT_TYPE' });
  try {
    const { size } = await file.stat();
    if (size > limit) throw tooBig(size, limit, 'bytes');
    const bytes = await file.readFile();
    if (bytes.length > limit) throw tooBig(bytes.length, limit, 'bytes');
    return { name, bytes };
  } catch (error) {
    if (error instanceof PlumblineError) throw error;
    throw new PlumblineError('DOCUMENT_UNREADABLE', ['The file may not be read.'], { cause: error });
  } finally {
    await file.close();
  }
}
