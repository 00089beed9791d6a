import { Button, FileButton, Modal, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useAsk, useCommand } from '#renderer/app/asking.ts';
import { sentenceOf } from '#renderer/app/failure.tsx';
import { tellFailure } from '#renderer/app/jobs.tsx';
import { useCanWrite, useMoment } from '#renderer/app/moment.ts';
import { saveFile } from '#renderer/chart/save-file.ts';
import { call, type Told } from '#renderer/client.ts';
import type { Measure } from '#renderer/parts/evidence/card-context.ts';
import { quantityText } from '#renderer/parts/evidence/quantity-text.ts';
import classes from './threshold-file.module.css';
import { MovedFlags } from './threshold-preview.tsx';

interface ThresholdFileProps {
  readonly measures: readonly Measure[];
}

/** All threshold sets as a file, and a file of them taken in after a look at what would change. */
export function ThresholdFile({ measures }: ThresholdFileProps) {
  const [file, setFile] = useState<{ readonly name: string; readonly text: string } | null>(null);
  const { knownAt } = useMoment();
  const canWrite = useCanWrite();
  const choose = (chosen: File | null) => {
    if (chosen === null) return;
    chosen.text().then(
      (text) => setFile({ name: chosen.name, text }),
      (error: unknown) => tellFailure('Import of thresholds', error),
    );
  };
  return (
    <div className={classes.buttons}>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconDownload size={15} />}
        onClick={() => void exportSets(knownAt)}
      >
        Export thresholds
      </Button>
      <FileButton accept="application/json,.json" onChange={choose} key={file?.name ?? ''}>
        {(props) => (
          <Button
            {...props}
            variant="default"
            size="compact-sm"
            disabled={!canWrite}
            leftSection={<IconUpload size={15} />}
          >
            Import thresholds
          </Button>
        )}
      </FileButton>
      {file === null ? null : (
        <ImportDialog name={file.name} text={file.text} measures={measures} onClose={() => setFile(null)} />
      )}
    </div>
  );
}

async function exportSets(knownAt: string | null): Promise<void> {
  try {
    const { fileName, text, count } = await call('thresholds', 'exportFile', { knownAt });
    saveFile(fileName, new Blob([text], { type: 'application/json' }));
    const sets = count === 1 ? '1 set' : `${count} sets`;
    notifications.show({ message: `${fileName} with ${sets} is in your downloads.`, color: 'green' });
  } catch (error) {
    tellFailure('Export of thresholds', error);
  }
}

interface ImportDialogProps extends ThresholdFileProps {
  readonly name: string;
  readonly text: string;
  readonly onClose: () => void;
}

const LEAST_REASON = 3;

function ImportDialog({ name, text, measures, onClose }: ImportDialogProps) {
  const [reason, setReason] = useState('');
  const { data, error } = useAsk('thresholds', 'readFile', { text });
  const importing = useCommand('thresholds', 'importFile');
  const hasChange = data?.sets.some(({ change }) => change !== 'same') === true;
  const take = () =>
    importing.mutate(
      { text, reason: reason.trim() },
      {
        onSuccess: ({ imported }) => {
          const sets = imported === 1 ? '1 threshold set is' : `${imported} threshold sets are`;
          notifications.show({ message: `${sets} saved. Undo takes them back.`, color: 'green' });
          onClose();
        },
      },
    );
  const failure = error ?? importing.error;
  return (
    <Modal opened onClose={onClose} title={`Import thresholds from ${name}`} size="lg">
      <div className={classes.dialog}>
        {failure === null ? null : (
          <p role="alert" className={classes.problem}>
            {sentenceOf(failure)}
          </p>
        )}
        {data === undefined ? null : <FileContents read={data} measures={measures} />}
        {!hasChange ? null : (
          <Textarea
            label="Reason"
            description="Kept in the history with your name; each set keeps the reason it has in the file."
            withAsterisk
            autosize
            minRows={2}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        <div className={classes.ends}>
          <Button variant="default" onClick={onClose}>
            {hasChange ? 'Cancel' : 'Close'}
          </Button>
          {!hasChange ? null : (
            <Button
              onClick={take}
              loading={importing.isPending}
              disabled={reason.trim().length < LEAST_REASON}
            >
              Import
            </Button>
          )}
        </div>
      </div>
    </Modal>
  );
}

type Read = Told<'thresholds', 'readFile'>;

interface FileContentsProps extends ThresholdFileProps {
  readonly read: Read;
}

function FileContents({ read, measures }: FileContentsProps) {
  if (read.faults.length > 0)
    return (
      <section className={classes.part} aria-label="Faults of the file">
        <p className={classes.text}>
          <strong>Nothing can be imported from this file.</strong> Correct these lines and choose it again.
        </p>
        <ul className={classes.lines}>
          {read.faults.map(({ line, message }) => (
            <li key={`${line} ${message}`}>
              {line === null ? '' : `Line ${line}: `}
              {message}
            </li>
          ))}
        </ul>
      </section>
    );
  const unitOf = (name: string) => measures.find((measure) => measure.name === name)?.unit ?? '';
  if (read.sets.length === 0) return <p className={classes.text}>The file holds no threshold sets.</p>;
  return (
    <>
      <section className={classes.part} aria-label="Sets of the file">
        <SetTable sets={read.sets} measures={measures} />
        <p className={classes.text}>Sets that the file does not name stay as they are.</p>
      </section>
      <section className={classes.part} aria-label="What would change">
        <MovedFlags moved={read.moved} unchanged={read.unchanged} unitOf={unitOf} />
      </section>
    </>
  );
}

const CHANGES = { new: 'New', changed: 'Changed', same: 'As it is' } as const;

function SetTable({ sets, measures }: { readonly sets: Read['sets'] } & ThresholdFileProps) {
  return (
    <div className={classes.tableBox}>
      <table className={classes.sets}>
        <caption className="pl-unseen">Sets of the file</caption>
        <thead>
          <tr>
            <th scope="col">Measure</th>
            <th scope="col">For</th>
            <th scope="col">Watch</th>
            <th scope="col">Warn</th>
            <th scope="col">Critical</th>
            <th scope="col">Against now</th>
          </tr>
        </thead>
        <tbody>
          {sets.map(({ line, key, entity, sector, before, after, change }) => {
            const measure = measures.find((one) => one.key === key);
            const write = (step: 'watch' | 'warn' | 'critical') =>
              quantityText(after[step], measure?.unit ?? '');
            return (
              <tr key={line}>
                <th scope="row">{measure?.name ?? key}</th>
                <td>{entity ?? sector ?? 'The whole ledger'}</td>
                <td data-number>{write('watch')}</td>
                <td data-number>{write('warn')}</td>
                <td data-number>{write('critical')}</td>
                <td>
                  {CHANGES[change]}
                  {before === null || change !== 'changed'
                    ? ''
                    : `, was ${[before.watch, before.warn, before.critical].map((step) => quantityText(step, measure?.unit ?? '')).join(' / ')}`}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
