import { ActionIcon, Button, Kbd, Select, Tooltip } from '@mantine/core';

import {
  type Icon,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconDeviceDesktop,
  IconMoon,
  IconSearch,
  IconSun,
} from '@tabler/icons-react';
import { ExportMenu } from './export-menu.tsx';
import classes from './header.module.css';
import { MOD } from './keys-help.tsx';
import { LedgerMenu } from './ledger-menu.tsx';
import { isPast, useMoment } from './moment.ts';
import { palette } from './palette-store.ts';
import { type SavedState, useSavedState } from './saved-state.ts';
import { chooseScheme, type SchemeChoice, useSchemeChoice } from './scheme.ts';
import { useSubject } from './subject.ts';
import { TimeControl } from './time/time-control.tsx';
import { redo, undo, useSteps } from './undo.ts';

export function Header() {
  return (
    <header className={classes.header} data-region>
      <LedgerMenu />
      <Saved />
      <div className={classes.gap} />
      <SubjectPicker />
      <TimeControl />
      <UndoButtons />
      <ExportMenu />
      <Button
        variant="default"
        leftSection={<IconSearch size={15} />}
        rightSection={<Kbd>{MOD} K</Kbd>}
        onClick={palette.open}
        className={classes.find}
      >
        Find
      </Button>
      <SchemeButton />
    </header>
  );
}

const SAVED: Readonly<Record<SavedState, string>> = {
  unchanged: '',
  saving: 'Saving …',
  saved: 'Saved',
  'not-saved': 'Not saved',
};

function Saved() {
  const state = useSavedState();
  return (
    <span className={classes.saved} data-state={state} role="status">
      {SAVED[state]}
    </span>
  );
}

function SubjectPicker() {
  const { subjects, subject, choose } = useSubject();
  if (subjects.length === 0) return null;
  return (
    <Select
      className={classes.subject}
      aria-label="Under review"
      data={[
        { group: 'Under review', items: optionsOf(subjects.filter(({ isUnderReview }) => isUnderReview)) },
        { group: 'Other entities', items: optionsOf(subjects.filter(({ isUnderReview }) => !isUnderReview)) },
      ].filter(({ items }) => items.length > 0)}
      value={subject?.id ?? null}
      onChange={(id) => {
        if (id !== null) choose(id);
      }}
      allowDeselect={false}
      searchable
      nothingFoundMessage="No entity of that name"
      comboboxProps={{ width: 260, position: 'bottom-end' }}
      maxDropdownHeight={360}
    />
  );
}

function optionsOf(subjects: readonly { readonly id: string; readonly name: string }[]) {
  return subjects.map(({ id, name }) => ({ value: id, label: name }));
}

function UndoButtons() {
  const steps = useSteps();
  return (
    <div className={classes.pair}>
      <StepButton title="Undo" summary={steps.undo?.summary ?? null} icon={IconArrowBackUp} run={undo} />
      <StepButton title="Redo" summary={steps.redo?.summary ?? null} icon={IconArrowForwardUp} run={redo} />
    </div>
  );
}

interface StepButtonProps {
  readonly title: 'Undo' | 'Redo';
  /** What would be undone or redone; null where there is nothing. */
  readonly summary: string | null;
  readonly icon: Icon;
  readonly run: () => Promise<void>;
}

/** Without a step it stays reachable, so that its tooltip can say why it does nothing. */
function StepButton({ title, summary, icon: StepIcon, run }: StepButtonProps) {
  const past = isPast(useMoment());
  const isIdle = summary === null || past;
  const idle = past ? `${title}: go back to now first` : `Nothing to ${title.toLowerCase()}`;
  return (
    <Tooltip label={isIdle ? idle : `${title}: ${summary}`}>
      <ActionIcon
        aria-label={title}
        aria-disabled={isIdle}
        {...(isIdle ? { 'data-disabled': true } : {})}
        onClick={() => (isIdle ? undefined : void run())}
      >
        <StepIcon size={18} />
      </ActionIcon>
    </Tooltip>
  );
}

const NEXT: Readonly<Record<SchemeChoice, SchemeChoice>> = { system: 'light', light: 'dark', dark: 'system' };
const SCHEMES = {
  system: { label: 'Colours: as the system', icon: IconDeviceDesktop },
  light: { label: 'Colours: light', icon: IconSun },
  dark: { label: 'Colours: dark', icon: IconMoon },
} as const;

function SchemeButton() {
  const choice = useSchemeChoice();
  const { label, icon: Icon } = SCHEMES[choice];
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} onClick={() => chooseScheme(NEXT[choice])}>
        <Icon size={18} />
      </ActionIcon>
    </Tooltip>
  );
}
