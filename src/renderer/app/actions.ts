import {
  type Icon,
  IconAlertTriangle,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBraces,
  IconBuildingCommunity,
  IconCalendarEvent,
  IconContract,
  IconDatabaseExport,
  IconFileSpreadsheet,
  IconFileText,
  IconKeyboard,
  IconListNumbers,
  IconMoonStars,
  IconQuote,
  IconShieldCheck,
  IconTrendingUp,
} from '@tabler/icons-react';
import { useMemo } from 'react';
import { type FormNoun, openForm } from '#renderer/forms/open-form.ts';
import { checkLedger } from '#renderer/screens/history/check-ledger.ts';
import { type ScreenId, screens } from '#renderer/screens/registry.ts';
import { useGoTo } from './go-to.ts';
import { showKeys } from './keys-help.tsx';
import { backUpLedger, exportLedger } from './ledger-jobs.ts';
import { chooseScheme, useShownScheme } from './scheme.ts';
import { redo, undo, useSteps } from './undo.ts';

/** Everything that the palette reaches. */
export interface Action {
  readonly id: string;
  readonly label: string;
  readonly group: 'Go to' | 'Add' | 'Ledger' | 'Window';
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
  return useMemo(
    () => [
      ...places(goTo),
      ...additions(),
      ...steps(before?.summary, after?.summary),
      ...ledgerActions(),
      ...windowActions(scheme),
    ],
    [goTo, before, after, scheme],
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

function additions(): readonly Action[] {
  return ADDABLE.map(({ noun, label, icon }) => ({
    id: `add-${noun}`,
    label,
    group: 'Add',
    keywords: ['new', 'create'],
    icon,
    run: () => openForm(noun),
  }));
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

function ledgerActions(): readonly Action[] {
  const inLedger = { group: 'Ledger' } as const;
  return [
    {
      ...inLedger,
      id: 'export-xlsx',
      label: 'Export the workbook (.xlsx)',
      keywords: ['excel', 'save', 'spreadsheet'],
      icon: IconFileSpreadsheet,
      run: () => void exportLedger('xlsx'),
    },
    {
      ...inLedger,
      id: 'export-json',
      label: 'Export everything (.json)',
      keywords: ['save'],
      icon: IconBraces,
      run: () => void exportLedger('json'),
    },
    {
      ...inLedger,
      id: 'export-signals',
      label: 'Export the signals (.csv)',
      keywords: ['flags', 'save'],
      icon: IconAlertTriangle,
      run: () => void exportLedger('csv', 'signals'),
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
