import { Button } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconDatabaseExport,
  IconShieldCheck,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useAsk } from '#renderer/app/asking.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { backUpLedger } from '#renderer/app/ledger-jobs.ts';
import { isPast, useMoment } from '#renderer/app/moment.ts';
import { PageHead } from '#renderer/app/page-head.tsx';
import { redo, undo } from '#renderer/app/undo.ts';
import { ChangeRow } from './change-row.tsx';
import { checkLedger } from './check-ledger.ts';
import { CheckedWhole } from './check-result.tsx';
import classes from './history-screen.module.css';
import { HistoryTabs, type Tab, type TabChoice } from './history-tabs.tsx';
import { LateKnowledge } from './late-knowledge.tsx';

const STEP = 100;

/** Everything that was ever done to the ledger, newest first; undo and redo are changes among the others. */
export function HistoryScreen() {
  const [tab, setTab] = useState<Tab>('changes');
  return tab === 'changes' ? <Changes choose={setTab} /> : <LateKnowledge choose={setTab} />;
}

function Changes({ choose }: TabChoice) {
  const [limit, setLimit] = useState(STEP);
  const [open, setOpen] = useState<number | null>(null);
  const { data, error, refetch } = useAsk('history', 'list', { offset: 0, limit }, { keepsPrevious: true });
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  return (
    <div className={classes.page}>
      <PageHead
        title="History"
        actions={
          <>
            <HistoryTabs tab="changes" choose={choose} />
            <Actions undoes={data?.undo?.summary ?? null} redoes={data?.redo?.summary ?? null} />
          </>
        }
      >
        {data === undefined ? '' : totalText(data.total)}
      </PageHead>
      <CheckedWhole />
      <ol className={classes.list}>
        {(data?.items ?? []).map((item) => (
          <ChangeRow
            key={item.seq}
            item={item}
            isOpen={open === item.seq}
            toggle={() => setOpen(open === item.seq ? null : item.seq)}
          />
        ))}
      </ol>
      {data !== undefined && data.items.length < data.total ? (
        <Button
          variant="default"
          disabled={limit >= 500}
          onClick={() => setLimit(Math.min(500, limit + STEP))}
        >
          Show older changes
        </Button>
      ) : null}
    </div>
  );
}

function totalText(count: number): string {
  return count === 1 ? '1 change' : `${count.toLocaleString()} changes, each sealed to the one before`;
}

interface ActionsProps {
  readonly undoes: string | null;
  readonly redoes: string | null;
}

function Actions({ undoes, redoes }: ActionsProps) {
  const past = isPast(useMoment());
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconArrowBackUp size={15} />}
        disabled={past || undoes === null}
        title={undoes ?? ''}
        onClick={() => void undo()}
      >
        Undo
      </Button>
      <Button
        variant="default"
        leftSection={<IconArrowForwardUp size={15} />}
        disabled={past || redoes === null}
        title={redoes ?? ''}
        onClick={() => void redo()}
      >
        Redo
      </Button>
      <Button
        variant="default"
        leftSection={<IconShieldCheck size={15} />}
        onClick={() => void checkLedger()}
      >
        Check the ledger
      </Button>
      <Button
        variant="default"
        leftSection={<IconDatabaseExport size={15} />}
        onClick={() => void backUpLedger()}
      >
        Back up
      </Button>
    </>
  );
}
