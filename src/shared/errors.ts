import { DOCUMENT_ERRORS } from './document-errors.ts';
import { type ErrorEntry, refused } from './error-entry.ts';

/**
 * The one error class. Law: what crosses a process boundary is a code, a sentence for the analyst and what to do next;
 * never a stack, a path of another program or an SQL text.
 */
export const ERRORS = {
  LEDGER_MISSING: refused(
    'The file is not there.',
    'Check the name and folder, or restore a backup.',
    true,
    404,
  ),
  LEDGER_EXISTS: refused(
    'A file of that name is already there.',
    'Choose another name; nothing was changed.',
  ),
  LEDGER_NOT_PLUMBLINE: refused(
    'This is not a Plumbline ledger.',
    'Choose a .plumb file; nothing was changed.',
  ),
  LEDGER_NEWER: refused(
    'Made by a newer Plumbline.',
    'Update Plumbline; the file was not opened and nothing was changed.',
  ),
  LEDGER_DAMAGED: refused(
    'Part of this file is damaged. You can read it; saving is off.',
    'Restore a backup, or export what can be read.',
  ),
  LEDGER_ROLLED_BACK: refused(
    'This file is older than your last save.',
    'Restore a newer backup, or copy the file under another name to go on from it.',
  ),
  LEDGER_IN_USE: refused('Open in another window.', 'Go to that window, or close it and try again.', true),
  LEDGER_READONLY: refused(
    'This folder does not allow saving.',
    'Save a copy in another folder and open that.',
  ),
  LEDGER_MOVED: refused(
    'The file was moved or replaced while open.',
    'Nothing more is saved; save a copy under another name.',
  ),
  LEDGER_STOPPED: refused(
    'The part of Plumbline that keeps the ledger stopped.',
    'Try again; the ledger opens anew. The history shows whether your last change is in it.',
    true,
    500,
  ),
  DISK_FULL: refused(
    'Not saved: the disk is full. Nothing was lost.',
    'Free some space and try again.',
    true,
    507,
  ),
  DISK_IO: refused(
    'The disk reported a fault. Not saved.',
    'Check the disk and copy the ledger to another.',
    true,
    500,
  ),
  EDIT_CONFLICT: refused(
    'Changed elsewhere meanwhile.',
    'Look at the newer version, then make your change again.',
    true,
  ),
  ENTRY_MISSING: refused(
    'That entry is not in the ledger.',
    'It may have been retracted; show retracted entries to find it.',
    false,
    404,
  ),
  ENTRY_LATER: refused(
    'That entry was not in the ledger yet at the time you look at.',
    'Go back to now, or choose a later time.',
    false,
    404,
  ),
  PAST_IS_FIXED: refused(
    'You see the ledger at another time, where nothing can be edited.',
    'Go back to now, then make the change.',
  ),
  ENTRY_REFUSED: refused(
    'The entry does not hold together.',
    'Correct what is named and save again.',
    false,
    422,
  ),
  ENTRY_IN_USE: refused('Other entries rest on this one.', 'Retract those first, or correct this one.'),
  NOTHING_TO_UNDO: refused('There is nothing to undo.', 'The ledger stands as it was opened.'),
  NOTHING_TO_REDO: refused('There is nothing to redo.', 'Redo follows an undo, before the next change.'),
  PICK_REFUSED: refused(
    'This version cannot be picked.',
    'Choose a version of a matter that is stated more than once, and a day to come.',
    false,
    422,
  ),
  THRESHOLDS_REFUSED: refused(
    'These thresholds are not in order.',
    'Watch, warn and critical must each be stricter than the one before.',
    false,
    422,
  ),
  THRESHOLDS_FILE: refused(
    'This file of thresholds was not taken in.',
    'Correct the lines named and import it again; nothing was changed.',
    false,
    422,
  ),
  DISPOSITION_REFUSED: refused(
    'This decision on a flag does not hold together.',
    'Complete what is named and decide again; nothing was recorded.',
    false,
    422,
  ),
  OWN_SIGNAL_REFUSED: refused(
    'This own signal cannot be saved.',
    'Correct what is named and save again; nothing was changed.',
    false,
    422,
  ),
  SIGNAL_UNKNOWN: {
    message: 'There is no signal of that name.',
    action: 'See docs/signals.md for the names.',
    isRetryable: false,
    exit: 2,
    status: 404,
  },
  SUBJECT_UNKNOWN: {
    message: 'There is no entity of that name in the ledger.',
    action: 'Check the spelling, or list the entities.',
    isRetryable: false,
    exit: 2,
    status: 404,
  },
  IMPORT_UNREADABLE: refused(
    'The file could not be read as a table.',
    'Save it as CSV with a header row and try again; nothing was imported.',
    false,
    422,
  ),
  IMPORT_TOO_BIG: refused(
    'The file is larger than an import may be.',
    'Split it and try again; nothing was imported.',
    false,
    413,
  ),
  IMPORT_TYPE: refused(
    'This kind of file is not imported.',
    'Save it as CSV and try again; nothing was imported.',
    false,
    415,
  ),
  IMPORT_ROWS: {
    message: 'Some rows were refused.',
    action: 'Correct the rows named and import again; nothing was imported.',
    isRetryable: true,
    exit: 1,
    status: 422,
  },
  ...DOCUMENT_ERRORS,
  EXPORT_SHORT: refused(
    'The export was not written whole; the previous file is untouched.',
    'Free some space and try again.',
    true,
    507,
  ),
  EXPORT_LOCKED: refused(
    'The file to replace is open in another program; the previous export is untouched.',
    'Close it there and try again.',
    true,
  ),
  EXPORT_FORMAT: {
    message: 'Exports are written as .xlsx, .csv or .json.',
    action: 'Give the file one of these endings.',
    isRetryable: false,
    exit: 2,
    status: 422,
  },
  TABLE_UNKNOWN: {
    message: 'There is no table of that name.',
    action: 'Name one of the tables that the help lists.',
    isRetryable: false,
    exit: 2,
    status: 404,
  },
  SESSION_EXPIRED: refused(
    'Plumbline was restarted. Open it again from its icon.',
    'Start Plumbline again.',
    false,
    401,
  ),
  REQUEST_REFUSED: refused(
    'That request was not made by this window.',
    'Open Plumbline from its icon.',
    false,
    403,
  ),
  REQUEST_INVALID: refused(
    'The request does not fit what Plumbline expects.',
    'Reload the window and try again.',
    false,
    422,
  ),
  SIMULATION_NO_FORMULA: refused(
    'There is nothing to draw at random here.',
    'Choose a signal that is worked out from figures, or a range of sources.',
    false,
    422,
  ),
  SIMULATION_OPEN_ENDED: refused(
    'A figure has no upper end, so it cannot be drawn.',
    'Say how high it may be, then simulate again.',
    false,
    422,
  ),
  SIMULATION_CAP: refused(
    'That upper end does not fit.',
    'Give one above what is stated, for a figure without one.',
    false,
    422,
  ),
  CANCELLED: refused('Stopped.', 'Start it again when you want it.', true, 499),
  USAGE: {
    message: 'The command was not understood.',
    action: 'See plumbline --help.',
    isRetryable: false,
    exit: 2,
    status: 400,
  },
  INTERNAL: refused(
    'Something went wrong inside Plumbline. Nothing was changed by it.',
    'Try again; if it stays, report the reference.',
    true,
    500,
  ),
} as const satisfies Readonly<Record<string, ErrorEntry>>;

export type ErrorCode = keyof typeof ERRORS;

/** What the other side of a process boundary sees of an error. */
export interface ErrorReport {
  readonly code: ErrorCode;
  readonly message: string;
  readonly action: string;
  readonly retryable: boolean;
  /** What in particular: the field, the row, the limit. One sentence each. */
  readonly details: readonly string[];
  readonly ref: string | null;
}

export class PlumblineError extends Error {
  readonly code: ErrorCode;
  readonly details: readonly string[];
  ref: string | null = null;

  constructor(code: ErrorCode, details: readonly string[] = [], options: { readonly cause?: unknown } = {}) {
    super(ERRORS[code].message, options);
    this.name = 'PlumblineError';
    this.code = code;
    this.details = details;
  }
}

export function reportOf(error: PlumblineError): ErrorReport {
  const { message, action, isRetryable } = ERRORS[error.code];
  return {
    code: error.code,
    message,
    action,
    retryable: isRetryable,
    details: error.details,
    ref: error.ref,
  };
}

/** Rebuilds the error from what crossed the boundary. */
export function errorFrom(report: ErrorReport): PlumblineError {
  const error = new PlumblineError(report.code, report.details);
  error.ref = report.ref;
  return error;
}
