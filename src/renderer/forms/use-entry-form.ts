import { notifications } from '@mantine/notifications';
import { useMemo, useState } from 'react';
import type { Cell } from '#core/model/field.ts';
import { nounOf } from '#core/model/nouns.ts';
import { command } from '#renderer/app/asking.ts';
import { entryName } from '#renderer/entry/entry-name.ts';
import { additionOf, correctionOf } from './form-changes.ts';
import { FORM_PLANS } from './form-plan.ts';
import { isNewName, NEW, type Refusals, type Texts, textsOf } from './form-texts.ts';
import { closeForm, type FormNoun } from './open-form.ts';
import { statedTexts } from './stated-texts.ts';

export interface HeldEntry {
  readonly id: string;
  readonly version: number;
  readonly fields: Readonly<Record<string, Cell>>;
  /** The words of the passage that the entry rests on, or empty. */
  readonly words: string;
  readonly names: Readonly<Record<string, string>>;
}

export interface FormStart {
  readonly noun: FormNoun;
  readonly preset: Readonly<Record<string, Cell>>;
  /** The entry to correct; null adds one. */
  readonly held: HeldEntry | null;
  readonly onDirty: (isDirty: boolean) => void;
}

export interface BoxProps {
  readonly texts: Texts;
  readonly set: (name: string, text: string) => void;
  /** A sentence for each box that does not fit. */
  readonly refused: Refusals;
}

export interface FormState extends BoxProps {
  /** What the host refused the whole for. */
  readonly failure: Error | null;
  readonly isBusy: boolean;
  readonly save: () => Promise<void>;
}

/** What is typed into a form, and its saving as one commit. */
export function useEntryForm({ noun, preset, held, onDirty }: FormStart): FormState {
  const opened = useMemo(() => openingTexts(noun, preset, held), [noun, preset, held]);
  const [texts, setTexts] = useState(opened);
  const [refused, setRefused] = useState<Refusals>({});
  const [failure, setFailure] = useState<Error | null>(null);
  const [isBusy, setBusy] = useState(false);

  function set(name: string, text: string): void {
    const next = { ...texts, [name]: text };
    setTexts(next);
    setRefused((before) => Object.fromEntries(Object.entries(before).filter(([other]) => other !== name)));
    onDirty(JSON.stringify(next) !== JSON.stringify(opened));
  }

  async function save(): Promise<void> {
    if (isBusy) return;
    setFailure(null);
    const batch = held === null ? additionOf(noun, texts) : correctionOf(noun, held, texts);
    setRefused('refused' in batch ? batch.refused : {});
    if ('refused' in batch) return;
    if (batch.changes.length === 0) return closeForm();
    setBusy(true);
    const input = {
      changes: [...batch.changes],
      summary: summaryOf(noun, texts, held),
      reason: reasonIn(texts),
    };
    await command('entries', 'write', input).then(({ seq }) => finish(seq), setFailure);
    setBusy(false);
  }

  return { texts, set, refused, failure, isBusy, save };
}

function openingTexts(noun: FormNoun, preset: FormStart['preset'], held: HeldEntry | null): Texts {
  if (held !== null)
    return { ...textsOf(noun, held.fields), ...statedTexts(held.fields), passage: held.words };
  const given = Object.entries(preset).filter(([, cell]) => cell !== null);
  return {
    ...FORM_PLANS[noun].initial,
    ...Object.fromEntries(given.map(([name, cell]) => [name, String(cell)])),
  };
}

function reasonIn({ reason = '' }: Texts): string | null {
  return reason.trim() === '' ? null : reason.trim();
}

function summaryOf(noun: FormNoun, texts: Texts, held: HeldEntry | null): string {
  const label = nounOf(noun).label.toLowerCase();
  if (held !== null) return `Correct ${label} ${entryName(noun, held.fields, held.names)}`.slice(0, 300);
  const name = texts.name ?? texts.title ?? '';
  return `Add ${label} ${isNewName(name) ? name.slice(NEW.length) : name}`.trim().slice(0, 300);
}

function finish(seq: number | null): void {
  closeForm();
  if (seq === null) notifications.show({ message: 'The ledger held this already; nothing was added.' });
}
