import { useDebouncedValue } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { useAsk } from '#renderer/app/asking.ts';
import type { Subject } from '#renderer/app/subject.ts';
import { ExpressionField } from './expression-field.tsx';
import { MeasureFields } from './measure-fields.tsx';
import { measuredOf, type OwnDraft, type OwnEntry, type Problem, wantingOf } from './own-draft.ts';
import { OwnPreview } from './own-preview.tsx';
import { OwnSaving } from './own-saving.tsx';
import classes from './own-signals.module.css';
import { VocabularyList } from './vocabulary-list.tsx';

interface OwnSignalEditorProps {
  readonly start: OwnDraft;
  /** The signal that is corrected; null for a new one. */
  readonly entry: OwnEntry | null;
  readonly subject: Subject;
  readonly onClose: () => void;
}

/** Writes one signal: its expression with the vocabulary beside it, its thresholds, and what it would give. */
export function OwnSignalEditor({ start, entry, subject, onClose }: OwnSignalEditorProps) {
  const [typed, setDraft] = useState(start);
  const vocabulary = useAsk('ownSignals', 'vocabulary', {});
  const field = useRef<HTMLTextAreaElement>(null);
  const { problem, units, isChecking } = useCheck(typed.expression);
  const [usual] = units;
  const draft = usual === undefined || units.includes(typed.unit) ? typed : { ...typed, unit: usual };
  const change = (part: Partial<OwnDraft>) => setDraft({ ...draft, ...part });
  const measured = problem === null && !isChecking ? measuredOf(draft) : null;
  const [settled] = useDebouncedValue(measured, 250);
  return (
    <div className={classes.editor}>
      <div className={classes.fields}>
        <ExpressionField
          expression={draft.expression}
          problem={problem}
          isChecking={isChecking}
          fieldRef={field}
          onChange={(expression) => change({ expression })}
        />
        <MeasureFields draft={draft} units={units} onChange={change} />
        <OwnPreview
          measured={measured === null ? null : settled}
          wanting={wantingOf(draft, problem, 'given')?.replace(' to save.', ' to see what it gives.') ?? ''}
          subject={subject}
        />
        <OwnSaving draft={draft} entry={entry} problem={problem} onChange={change} onClose={onClose} />
      </div>
      {vocabulary.data === undefined ? null : (
        <VocabularyList
          vocabulary={vocabulary.data}
          insert={(text) => insertAt(field.current, text, (expression) => change({ expression }))}
        />
      )}
    </div>
  );
}

interface Checking {
  readonly problem: Problem | null;
  /** Units in which the result may be shown; empty while it is not known. */
  readonly units: readonly OwnDraft['unit'][];
  readonly isChecking: boolean;
}

/** What is said of the expression as it stands; nothing while it is still typed. */
function useCheck(expression: string): Checking {
  const [settled] = useDebouncedValue(expression, 200);
  const { data, isPlaceholderData } = useAsk(
    'ownSignals',
    'check',
    { expression: settled },
    { keepsPrevious: true },
  );
  const isChecking = settled !== expression || data === undefined || isPlaceholderData;
  return { problem: isChecking ? null : data.problem, units: data?.units ?? [], isChecking };
}

/** Writes at the cursor, in place of what is marked, and leaves the cursor behind it. */
function insertAt(
  field: HTMLTextAreaElement | null,
  text: string,
  onChange: (expression: string) => void,
): void {
  if (field === null) return;
  const { selectionStart, selectionEnd, value } = field;
  const before = value.slice(0, selectionStart);
  const gap = before === '' || /[\s(]$/.test(before) ? '' : ' ';
  onChange(`${before}${gap}${text}${value.slice(selectionEnd)}`);
  const cursor = selectionStart + gap.length + text.length;
  requestAnimationFrame(() => {
    field.focus();
    field.setSelectionRange(cursor, cursor);
  });
}
