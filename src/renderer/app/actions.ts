import {
  type Icon,
  IconAlertTriangle,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBraces,
  IconBuildingCommunity,
  IconCalendarEvent,
  IconClipboardText,
  IconClock,
  IconContract,
  IconDatabaseExport,
  IconFileImport,
  IconFileSpreadsheet,
  IconFileText,
  IconHistory,
  IconKeyboard,
  IconListNumbers,
  IconMoonStars,
  IconQuote,
  IconShieldCheck,
  IconTrendingUp,
} from '@tabler/icons-react';
import { useMemo } from 'react';
import { type FormNoun, openForm } from '#renderer/forms/open-form.ts';
import { chooseFiles } from '#renderer/intake/choose-files.ts';
import { pasteDocument } from '#renderer/intake/pasting.ts';
import { checkLedger } from '#renderer/screens/history/check-ledger.ts';
import { type ScreenId, screens } from '#renderer/screens/registry.ts';
import { useGoTo } from './go-to.ts';
import { showKeys } from './keys-help.tsx';
import { backUpLedger, exportLedger } from './ledger-jobs.ts';
import { isPast, type Moment, useChooseMoment, useMoment } from './moment.ts';
import { chooseScheme, useShownScheme } from './scheme.ts';
import { showTime } from './time/time-shown.ts';
import { redo, undo, useSteps } from './undo.ts';

/** Everything that the palette reaches. */
export interface Action {
  readonly id: string;
  readonly label: string;
  readonly group: 'Go to' | 'Add' | 'Ledger' | 'Time' | 'Window';
  readonly detail?: string;
  readonly keywords: readonly string[];
  readonly icon: Icon;
  readonly run: () => void;
}

const ADDABLE: readonly { readonly noun: FormNoun; readonly label: string; readonly icon: Icon }[] = [
  { noun: 'deal', label: 'Add a deal', icon: IconContract },
  { noun: 'figure', label: 'Add a figure', icon: IconListNumbers },
  { noun: 'quote', label: 'Add a quote', icon: IconQuote },
  { noun: 'reaction', label: 'Add a market reaction', icon: IconTrendingUp },
  { noun: 'key-date', label: 'Add a key date', icon: IconCalendarEvent },
  { noun: 'entity', label: 'Add an entity', icon: IconBuildingCommunity },
  { noun: 'source', label: 'Add a source', icon: IconFileText },
];

export function useActions(): readonly Action[] {
  const goTo = useGoTo();
  const { undo: before, redo: after } = useSteps();
  const scheme = useShownScheme();
  const moment = useMoment();
  const choose = useChooseMoment();
  return useMemo(
    () => [
      ...places(goTo),
      ...(isPast(moment) ? [] : [...additions(), ...steps(before?.summary, after?.summary)]),
      ...ledgerActions(moment),
      ...timeActions(moment, choose),
      ...windowActions(scheme),
    ],
    [goTo, before, after, scheme, moment, choose],
  );
}

function places(goTo: (id: ScreenId) => void): readonly Action[] {
  return screens.map(({ id, label, keywords, icon }) => ({
    id: `go-${id}`,
    label,
    group: 'Go to',
    keywords,
    icon,
    run: () => goTo(id),
  }));
}

const DOCUMENTS: readonly Action[] = [
  {
    id: 'take-in',
    label: 'Take in a document',
    group: 'Add',
    keywords: ['open', 'file', 'article', 'pdf', 'word', 'html', 'read', 'drop'],
    icon: IconFileImport,
    run: chooseFiles,
  },
  {
    id: 'paste',
    label: 'Paste a document',
    group: 'Add',
    keywords: ['text', 'article', 'clipboard', 'read'],
    icon: IconClipboardText,
    run: () => void pasteDocument(),
  },
];

function additions(): readonly Action[] {
  const entries = ADDABLE.map(
    ({ noun, label, icon }): Action => ({
      id: `add-${noun}`,
      label,
      group: 'Add',
      keywords: ['new', 'create'],
      icon,
      run: () => openForm(noun),
    }),
  );
  return [...DOCUMENTS, ...entries];
}

function steps(undoes: string | undefined, redoes: string | undefined): readonly Action[] {
  const back: Action = {
    id: 'undo',
    label: 'Undo',
    group: 'Ledger',
    keywords: ['back'],
    icon: IconArrowBackUp,
    detail: undoes ?? '',
    run: () => void undo(),
  };
  const forward: Action = {
    id: 'redo',
    label: 'Redo',
    group: 'Ledger',
    keywords: ['again'],
    icon: IconArrowForwardUp,
    detail: redoes ?? '',
    run: () => void redo(),
  };
  return [...(undoes === undefined ? [] : [back]), ...(redoes === undefined ? [] : [forward])];
}

function ledgerActions(moment: Moment): readonly Action[] {
  const inLedger = { group: 'Ledger' } as const;
  return [
    {
      ...inLedger,
      id: 'export-xlsx',
      label: 'Export the workbook (.xlsx)',
      keywords: ['excel', 'save', 'spreadsheet'],
      icon: IconFileSpreadsheet,
      run: () => void exportLedger('xlsx', moment),
    },
    {
      ...inLedger,
      id: 'export-json',
      label: 'Export everything (.json)',
      keywords: ['save'],
      icon: IconBraces,
      run: () => void exportLedger('json', moment),
    },
    {
      ...inLedger,
      id: 'export-signals',
      label: 'Export the signals (.csv)',
      keywords: ['flags', 'save'],
      icon: IconAlertTriangle,
      run: () => void exportLedger('csv', moment, 'signals'),
    },
    {
      ...inLedger,
      id: 'verify',
      label: 'Check the ledger',
      keywords: ['verify', 'integrity', 'hash'],
      icon: IconShieldCheck,
      run: () => void checkLedger(),
    },
    {
      ...inLedger,
      id: 'backup',
      label: 'Back up the ledger',
      keywords: ['copy', 'save'],
      icon: IconDatabaseExport,
      run: () => void backUpLedger(),
    },
  ];
}

function timeActions(moment: Moment, choose: (moment: Moment) => void): readonly Action[] {
  const inTime = { group: 'Time' } as const;
  const now: Action = {
    ...inTime,
    id: 'now',
    label: 'Back to now',
    keywords: ['today', 'present', 'time'],
    icon: IconClock,
    run: () => choose({ asOf: null, knownAt: null }),
  };
  const other: Action = {
    ...inTime,
    id: 'time',
    label: 'See the ledger at a time',
    keywords: ['as of', 'known at', 'past', 'travel', 'then'],
    icon: IconHistory,
    run: () => showTime(true),
  };
  return isPast(moment) ? [now, other] : [other];
}

function windowActions(scheme: 'light' | 'dark'): readonly Action[] {
  const other = scheme === 'dark' ? 'light' : 'dark';
  return [
    {
      id: 'scheme',
      label: `Use ${other} colours`,
      group: 'Window',
      keywords: ['theme', 'mode', 'dark', 'light'],
      icon: IconMoonStars,
      run: () => chooseScheme(other),
    },
    {
      id: 'keys',
      label: 'Show the keys',
      group: 'Window',
      keywords: ['help', 'shortcuts', 'keyboard'],
      icon: IconKeyboard,
      run: showKeys,
    },
  ];
}
