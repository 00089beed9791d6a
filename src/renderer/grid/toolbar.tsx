import { Button, Checkbox, CloseButton, Popover, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconColumns3, IconCopy, IconFilterOff, IconPlus, IconSearch, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { nounOf } from '#core/model/nouns.ts';
import type { TableId, TableSpec } from '#core/report/table-spec.ts';
import { PageHead } from '#renderer/app/page-head.tsx';
import { isFormNoun } from '#renderer/forms/open-form.ts';
import type { Row } from '#renderer/tables/row.ts';
import classes from './toolbar.module.css';

interface ToolbarProps {
  readonly spec: TableSpec;
  readonly siblings: readonly { readonly id: TableId; readonly title: string }[];
  readonly choose: (table: TableId) => void;
  readonly lead?: ReactNode;
  readonly search: string;
  readonly setSearch: (text: string) => void;
  readonly isRetracted: boolean;
  readonly setRetracted: (isRetracted: boolean) => void;
  readonly isFiltered: boolean;
  readonly clearFilters: () => void;
  readonly total: number | null;
  readonly selected: readonly Row[];
  readonly shown: ReadonlySet<string>;
  readonly toggle: (key: string) => void;
  /** Null: nothing can be added, as in a ledger open for reading only. */
  readonly add: (() => void) | null;
  /** False in a ledger open for reading only, and in the past. */
  readonly canWrite: boolean;
  readonly copy: () => void;
  readonly retract: () => void;
}

export function Toolbar(props: ToolbarProps) {
  const { spec, isRetracted, setRetracted, total, add } = props;
  return (
    <div className={classes.bar}>
      <PageHead
        title={spec.title}
        actions={
          <>
            <SearchBox {...props} />
            <Columns {...props} />
            {isFormNoun(spec.noun) && add !== null ? (
              <Button leftSection={<IconPlus size={15} />} onClick={add}>
                Add {nounOf(spec.noun).label.toLowerCase()}
              </Button>
            ) : null}
          </>
        }
      >
        <span role="status">{total === null ? '' : countText(total, props)}</span>
      </PageHead>
      <div className={classes.second}>
        {props.lead}
        <Siblings {...props} />
        <Selection {...props} />
        <span className={classes.gap} />
        {spec.noun === null ? null : (
          <Checkbox
            size="xs"
            label="Show retracted"
            checked={isRetracted}
            onChange={(event) => setRetracted(event.currentTarget.checked)}
          />
        )}
      </div>
    </div>
  );
}

/** The tables of the screen, where there are several. */
function Siblings({ spec, siblings, choose }: ToolbarProps) {
  if (siblings.length < 2) return null;
  return (
    <fieldset className={classes.siblings} aria-label="Tables">
      {siblings.map(({ id, title }) => (
        <button
          key={id}
          type="button"
          className={classes.sibling}
          aria-pressed={id === spec.id}
          onClick={() => choose(id)}
        >
          {title}
        </button>
      ))}
    </fieldset>
  );
}

function countText(total: number, { isRetracted, isFiltered, search }: ToolbarProps): string {
  const narrowed = isFiltered || search !== '' ? ' found' : '';
  return `${total.toLocaleString()}${isRetracted ? ' retracted' : ''}${narrowed}`;
}

function SearchBox({ spec, search, setSearch }: ToolbarProps) {
  const [text, setText] = useState(search);
  const [last, setLast] = useState(search);
  const settle = useDebouncedCallback(setSearch, 120);
  if (last !== search) {
    setLast(search);
    if (search === '') setText('');
  }
  const change = (next: string) => {
    setText(next);
    settle(next.trim());
  };
  return (
    <TextInput
      className={classes.search}
      aria-label={`Find in ${spec.title.toLowerCase()}`}
      placeholder="Find in this table"
      leftSection={<IconSearch size={15} />}
      rightSection={
        text === '' ? null : <CloseButton size="xs" aria-label="Clear" onClick={() => change('')} />
      }
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}

function Columns({ spec, shown, toggle }: ToolbarProps) {
  return (
    <Popover position="bottom-end" shadow="md" width={240} trapFocus withinPortal>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns3 size={15} />}>
          Columns
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.columns}>
        {spec.columns.map(({ key, label }, index) => (
          <Checkbox
            key={key}
            size="xs"
            label={label}
            checked={shown.has(key)}
            disabled={index === 0}
            onChange={() => toggle(key)}
          />
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}

function Selection({
  selected,
  isFiltered,
  search,
  clearFilters,
  copy,
  retract,
  isRetracted,
  canWrite,
}: ToolbarProps) {
  const isNarrowed = isFiltered || search !== '';
  return (
    <>
      {selected.length === 0 ? (
        <span className={classes.hint}>
          Click a row for its sources. {canWrite ? 'Double-click a cell to correct it. ' : ''}? shows the
          keys.
        </span>
      ) : (
        <>
          <span className={classes.count}>{selected.length} selected</span>
          <Button variant="default" size="compact-xs" leftSection={<IconCopy size={14} />} onClick={copy}>
            Copy
          </Button>
          {isRetracted || !canWrite ? null : (
            <Button
              variant="default"
              size="compact-xs"
              leftSection={<IconTrash size={14} />}
              onClick={retract}
            >
              Retract
            </Button>
          )}
        </>
      )}
      {isNarrowed ? (
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<IconFilterOff size={14} />}
          onClick={clearFilters}
        >
          Clear filters
        </Button>
      ) : null}
    </>
  );
}
