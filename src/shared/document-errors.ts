import { refused } from './error-entry.ts';

/** Of documents: taken in, kept and opened. */
export const DOCUMENT_ERRORS = {
  SOURCE_CHANGED: refused(
    'The document is no longer as it was saved.',
    'Restore a backup; what rests on the document can still be read.',
    false,
    422,
  ),
  DOCUMENT_TYPE: refused(
    'This kind of document is not taken in.',
    'Save it as PDF, DOCX, HTML or plain text and try again; nothing was written.',
    false,
    415,
  ),
  DOCUMENT_TOO_BIG: refused(
    'The document is larger than Plumbline reads.',
    'Split it, or take in the part that matters; nothing was written.',
    false,
    413,
  ),
  DOCUMENT_ENCODING: refused(
    'The letters of this document cannot be told from its bytes.',
    'Save it as UTF-8, or say its encoding and try again; nothing was written.',
    true,
    422,
  ),
  DOCUMENT_UNSAFE: refused(
    'The document is built in a way that Plumbline does not open.',
    'Open it in the program that it comes from, save it anew and try again; nothing was written.',
    false,
    422,
  ),
  DOCUMENT_UNREADABLE: refused(
    'The document could not be read.',
    'Open it in the program that it comes from, save it anew and try again; nothing was written.',
    false,
    422,
  ),
  DOCUMENT_EMPTY: refused(
    'The document holds no text.',
    'Have its pictures turned into text by a program that reads scans; nothing was written.',
    false,
    422,
  ),
  DOCUMENT_TIMEOUT: refused(
    'Reading the document took too long.',
    'Split it or save it as plain text and try again; nothing was written.',
    false,
    422,
  ),
} as const;
