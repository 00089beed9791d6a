import { Button } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { nounOf, nounOfId } from '#core/model/nouns.ts';
import { useAsk } from '#renderer/app/asking.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { useOpenEntry } from '#renderer/app/go-to.ts';
import { useChooseMoment, useMoment } from '#renderer/app/moment.ts';
import { instantText } from '#renderer/app/numbers.ts';
import { justBefore } from '#renderer/app/time/stops.ts';
import type { Told } from '#renderer/client.ts';
import classes from './history-screen.module.css';

type Item = Told<'history', 'list'>['items'][number];

interface ChangeRowProps {
  readonly item: Item;
  readonly isOpen: boolean;
  readonly toggle: () => void;
}

const KINDS = { do: '', undo: 'undo', redo: 'redo', migrate: 'file format' } as const;

export function ChangeRow({ item, isOpen, toggle }: ChangeRowProps) {
  const kind = KINDS[item.kind];
  const { knownAt } = useMoment();
  const isLater = knownAt !== null && item.at > knownAt;
  return (
    <li className={classes.change} data-later={isLater || undefined}>
      <button type="button" className={classes.row} aria-expanded={isOpen} onClick={toggle}>
        <IconChevronRight size={16} className={classes.chevron} aria-hidden />
        <span className={classes.seq}>{item.seq}</span>
        <span className={classes.what}>
          {isLater ? <span className={classes.badge}>later</span> : null}
          {kind === '' ? null : <span className={classes.badge}>{kind}</span>}
          {item.summary}
          {item.targetSeq === null ? null : (
            <span className={classes.dim}> (of change {item.targetSeq})</span>
          )}
          {item.reason === null ? null : <span className={classes.reason}>{item.reason}</span>}
        </span>
        <span className={classes.count}>{rowsText(item.rowCount)}</span>
        <span className={classes.author}>{item.author}</span>
        <span className={classes.when}>{instantText(item.at)}</span>
      </button>
      {isOpen ? <Detail item={item} /> : null}
    </li>
  );
}

function rowsText(count: number): string {
  return count === 1 ? '1 entry' : `${count.toLocaleString()} entries`;
}

const DID = { added: 'Added', corrected: 'Corrected', retracted: 'Retracted' } as const;

/** What one change did, entry by entry and field by field. */
function Detail({ item: { seq, hash, at } }: { readonly item: Item }) {
  const openEntry = useOpenEntry();
  const { data, error } = useAsk('history', 'change', { seq });
  if (error !== null) return <Failure error={error} />;
  if (data === undefined) return <p className={classes.detail}>Reading …</p>;
  return (
    <div className={classes.detail}>
      {data.entries.map((entry) => (
        <section key={entry.id} className={classes.entry}>
          <p className={classes.entryHead}>
            <span className={classes.did} data-did={entry.did}>
              {DID[entry.did]}
            </span>
            <span className={classes.dim}>{nounLabel(entry.id)}</span>
            <button type="button" className={classes.link} onClick={() => openEntry(entry.id)}>
              {entry.label}
            </button>
          </p>
          {entry.did === 'corrected' ? <Fields fields={entry.fields} /> : null}
        </section>
      ))}
      {data.total > data.entries.length ? (
        <p className={classes.dim}>and {(data.total - data.entries.length).toLocaleString()} more entries</p>
      ) : null}
      <Visit at={at} />
      <p className={classes.hash}>Seal {hash}</p>
    </div>
  );
}

/** To the ledger as it stood on either side of a change. */
function Visit({ at }: { readonly at: string }) {
  const moment = useMoment();
  const choose = useChooseMoment();
  return (
    <p className={classes.visit}>
      <Button
        variant="default"
        size="compact-xs"
        onClick={() => choose({ ...moment, knownAt: justBefore(at) })}
      >
        See the ledger before it
      </Button>
      <Button variant="default" size="compact-xs" onClick={() => choose({ ...moment, knownAt: at })}>
        See the ledger right after it
      </Button>
    </p>
  );
}

function nounLabel(id: string): string {
  const noun = nounOfId(id);
  return noun === null ? '' : nounOf(noun).label.toLowerCase();
}

type Field = Told<'history', 'change'>['entries'][number]['fields'][number];

function Fields({ fields }: { readonly fields: readonly Field[] }) {
  return (
    <table className={classes.fields}>
      <thead>
        <tr>
          <th>Field</th>
          <th>Before</th>
          <th>After</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ field, label, before, after }) => (
          <tr key={field}>
            <th scope="row">{label}</th>
            <td>{before ?? <span className={classes.dim}>unknown</span>}</td>
            <td>{after ?? <span className={classes.dim}>unknown</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
