import { Button, Checkbox, TextInput } from '@mantine/core';
import type { CustomFilterProps } from 'ag-grid-react';
import { useGridFilter } from 'ag-grid-react';
import { useState } from 'react';
import type { Column, TableId } from '#core/report/table-spec.ts';
import { useAsk } from '#renderer/app/asking.ts';
import { useMoment } from '#renderer/app/moment.ts';
import { isNumberColumn } from '#renderer/tables/column-kind.ts';
import type { Row } from '#renderer/tables/row.ts';
import classes from './column-filter.module.css';
import {
  bound,
  boundsIn,
  chosenIn,
  containsIn,
  emptyOnlyIn,
  withChosen,
  withContains,
  withEmptyOnly,
} from './conditions.ts';
import { facetText } from './facet-text.ts';
import type { ColumnCondition } from './page-request.ts';

interface FilterProps extends CustomFilterProps<Row, unknown, ColumnCondition> {
  readonly shows: Column;
  readonly table: TableId;
}

/** The filter popup of a column: its values with their counts, or bounds for numbers and days. The host filters. */
export function ColumnFilter({ model, onModelChange, shows: column, table }: FilterProps) {
  useGridFilter({ doesFilterPass: () => true });
  const change = (next: ColumnCondition) => onModelChange(next.conditions.length === 0 ? null : next);
  const held = model ?? { conditions: [] };
  const isDay = column.of.type === 'day' || column.of.type === 'instant';
  return (
    <div className={classes.popup}>
      {isNumberColumn(column) || isDay ? (
        <Bounds column={column} held={held} change={change} isDay={isDay} />
      ) : (
        <Values column={column} table={table} held={held} change={change} />
      )}
      <Checkbox
        size="xs"
        label={column.of.type === 'amount' ? 'Only where no amount is stated' : 'Only where empty'}
        checked={emptyOnlyIn(held)}
        onChange={(event) => change(withEmptyOnly(event.currentTarget.checked))}
      />
      <Button
        variant="default"
        size="compact-xs"
        disabled={model === null}
        onClick={() => onModelChange(null)}
      >
        Clear
      </Button>
    </div>
  );
}

interface PartProps {
  readonly column: Column;
  readonly held: ColumnCondition;
  readonly change: (next: ColumnCondition) => void;
}

function Bounds({ column, held, change, isDay }: PartProps & { readonly isDay: boolean }) {
  const [texts, setTexts] = useState(() => boundsIn(held, isDay));
  const [refusal, setRefusal] = useState<string | null>(null);
  const set = (next: typeof texts) => {
    setTexts(next);
    const read = bound(next, isDay);
    setRefusal('refused' in read ? read.refused : null);
    if (!('refused' in read)) change(read);
  };
  const names = isDay ? ['After', 'Before'] : ['More than', 'Less than'];
  return (
    <>
      <TextInput
        label={names[0]}
        placeholder={isDay ? '2025-11-03' : placeholderOf(column)}
        value={texts.more}
        onChange={(event) => set({ ...texts, more: event.currentTarget.value })}
      />
      <TextInput
        label={names[1]}
        value={texts.less}
        onChange={(event) => set({ ...texts, less: event.currentTarget.value })}
      />
      {refusal === null ? null : <p className={classes.refusal}>{refusal}</p>}
    </>
  );
}

function placeholderOf(column: Column): string {
  return column.of.type === 'amount' ? '10bn' : '0';
}

function Values({ column, table, held, change }: PartProps & { readonly table: TableId }) {
  const contains = containsIn(held);
  const { data: facets } = useAsk(
    'entries',
    'facets',
    { table, key: column.key, limit: 200, ...useMoment() },
    { enabled: column.of.type !== 'long-text' },
  );
  const chosen = chosenIn(held);
  const shown = (facets ?? []).filter(({ text }) =>
    facetText(column, text ?? '')
      .toLowerCase()
      .includes(contains.toLowerCase()),
  );
  return (
    <>
      {column.of.type === 'flag' ? null : (
        <TextInput
          label="Contains"
          value={contains}
          onChange={(event) => change(withContains(held, event.currentTarget.value))}
        />
      )}
      <fieldset className={classes.values}>
        <legend className="pl-unseen">Values of {column.label}</legend>
        {shown.map(({ text, count }) => (
          <Checkbox
            key={text ?? ''}
            size="xs"
            checked={chosen.includes(text ?? '')}
            onChange={() => change(withChosen(held, toggled(chosen, text ?? '')))}
            label={
              <span className={classes.value}>
                <span className={classes.text}>{facetText(column, text ?? '')}</span>
                <span className={classes.count}>{count.toLocaleString()}</span>
              </span>
            }
          />
        ))}
      </fieldset>
    </>
  );
}

function toggled(chosen: readonly string[], text: string): readonly string[] {
  return chosen.includes(text) ? chosen.filter((other) => other !== text) : [...chosen, text];
}
