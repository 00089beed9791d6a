import type { CustomCellEditorProps } from 'ag-grid-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Column } from '#core/report/table-spec.ts';
import { choiceText, STANCES } from '#renderer/app/numbers.ts';
import type { Row } from '#renderer/tables/row.ts';

interface EditorProps extends CustomCellEditorProps<Row, string> {
  readonly shows: Column;
}

/** The editor of every cell: a list for choices and flags, a text box for the rest. It opens with the exact text of the cell. */
export function CellEditor(props: EditorProps) {
  const { of } = props.shows;
  if (of.type === 'choice')
    return <SelectEditor {...props} options={of.options.map((option) => [option, choiceText(option)])} />;
  if (of.type === 'flag') return <SelectEditor {...props} options={FLAGS} />;
  if (props.shows.key === 'stance') return <SelectEditor {...props} options={STANCE_OPTIONS} />;
  return <TextEditor {...props} />;
}

const STANCE_OPTIONS = STANCES.map(({ stance, label }) => [String(stance), label] as const);

const FLAGS: readonly (readonly [string, string])[] = [
  ['1', 'Yes'],
  ['0', 'No'],
];

function TextEditor({ value: text, onValueChange, shows: column, eventKey }: EditorProps) {
  const box = useRef<HTMLInputElement>(null);
  const firstKey = eventKey !== null && eventKey.length === 1 ? eventKey : null;
  useEffect(() => {
    box.current?.focus();
    if (firstKey === null) box.current?.select();
  }, [firstKey]);
  useEffect(() => {
    if (firstKey !== null) onValueChange(firstKey);
  }, [firstKey, onValueChange]);
  return (
    <input
      ref={box}
      className="pl-cell-editor"
      aria-label={column.label}
      value={text ?? ''}
      placeholder={column.of.type === 'day' ? '2025-11-03' : ''}
      onChange={(event) => onValueChange(event.currentTarget.value)}
    />
  );
}

interface SelectEditorProps extends EditorProps {
  readonly options: readonly (readonly [string, string])[];
}

function SelectEditor({
  value: text,
  onValueChange,
  shows: column,
  options,
  stopEditing,
}: SelectEditorProps) {
  const box = useRef<HTMLSelectElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <select
      ref={box}
      className="pl-cell-editor"
      aria-label={column.label}
      value={text ?? ''}
      onChange={(event) => onValueChange(event.currentTarget.value)}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'Enter') stopEditing();
      }}
    >
      <option value="">{column.of.type === 'flag' ? '– unknown' : '–'}</option>
      {options.map(([option, label]) => (
        <option key={option} value={option}>
          {label}
        </option>
      ))}
    </select>
  );
}
