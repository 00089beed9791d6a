import { Button } from '@mantine/core';
import { IconFilePlus, IconFolderOpen, IconSparkles } from '@tabler/icons-react';
import { useState } from 'react';
import { Failure } from './failure.tsx';
import { createLedger, openLedger } from './ledgers.ts';
import { NewLedger } from './new-ledger.tsx';
import { instantText } from './numbers.ts';
import classes from './start-screen.module.css';

interface Recent {
  readonly id: string;
  readonly name: string;
  readonly folder: string;
  readonly openedAt: string;
}

/** What the window shows while no ledger is open. */
export function StartScreen({ recents }: { readonly recents: readonly Recent[] }) {
  const [failure, setFailure] = useState<Error | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [isNaming, setNaming] = useState(false);
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setFailure(null);
    await work().catch(setFailure);
    setBusy(false);
  };
  return (
    <main className={classes.page}>
      <h1 className={classes.title}>Plumbline</h1>
      <p className={classes.lead}>
        A ledger holds the deals, figures and quotes of one investigation in one file.
      </p>
      <div className={classes.choices}>
        <Button
          size="md"
          leftSection={<IconFilePlus size={18} />}
          onClick={() => setNaming(true)}
          disabled={isBusy}
        >
          New ledger
        </Button>
        <Button
          size="md"
          variant="default"
          leftSection={<IconSparkles size={18} />}
          loading={isBusy}
          onClick={() => void attempt(() => createLedger('Sample case', true))}
        >
          New ledger with the sample case
        </Button>
      </div>
      {failure === null ? null : <Failure error={failure} />}
      <Recents recents={recents} isBusy={isBusy} open={(id) => void attempt(() => openLedger(id))} />
      <NewLedger isOpen={isNaming} onClose={() => setNaming(false)} />
    </main>
  );
}

interface RecentsProps {
  readonly recents: readonly Recent[];
  readonly isBusy: boolean;
  readonly open: (id: string) => void;
}

function Recents({ recents, isBusy, open }: RecentsProps) {
  if (recents.length === 0) return <p className={classes.none}>Ledgers that you open are listed here.</p>;
  return (
    <section aria-label="Recent ledgers">
      <h2 className={classes.heading}>Recent</h2>
      <ul className={classes.list}>
        {recents.map((recent) => (
          <li key={recent.id}>
            <button
              type="button"
              className={classes.recent}
              disabled={isBusy}
              onClick={() => open(recent.id)}
            >
              <IconFolderOpen size={18} stroke={1.6} aria-hidden />
              <span className={classes.name}>{recent.name}</span>
              <span className={classes.folder}>{recent.folder}</span>
              <span className={classes.when}>{instantText(recent.openedAt)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
