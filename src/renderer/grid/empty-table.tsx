import { Button } from '@mantine/core';
import { nounOf } from '#core/model/nouns.ts';
import type { TableSpec } from '#core/report/table-spec.ts';
import { useMoment } from '#renderer/app/moment.ts';
import { knownText } from '#renderer/app/time/moment-words.ts';
import { isFormNoun } from '#renderer/forms/open-form.ts';
import { TakeInButtons } from '#renderer/intake/take-in-buttons.tsx';
import classes from './empty-table.module.css';

interface EmptyTableProps {
  readonly spec: TableSpec;
  readonly isRetracted: boolean;
  readonly isNarrowed: boolean;
  readonly add: (() => void) | null;
  readonly clearFilters: () => void;
}

/** What an empty table says: why it is empty, and the next step. */
export function EmptyTable({ spec, isRetracted, isNarrowed, add, clearFilters }: EmptyTableProps) {
  const { knownAt } = useMoment();
  const title = spec.title.toLowerCase();
  if (isNarrowed)
    return (
      <Message
        title={`No ${title} fit these filters`}
        sentence="Loosen the search or the filters of the columns."
      >
        <Button variant="default" onClick={clearFilters}>
          Clear filters
        </Button>
      </Message>
    );
  if (isRetracted)
    return (
      <Message
        title={`No ${title} have been retracted`}
        sentence="What you retract stays in the ledger and is listed here."
      />
    );
  if (knownAt !== null)
    return (
      <Message title={`No ${title} yet`} sentence={`None had been recorded at ${knownText(knownAt)}.`} />
    );
  if (!isFormNoun(spec.noun))
    return <Message title={`No ${title} yet`} sentence="They appear here as they are recorded." />;
  const noun = nounOf(spec.noun);
  if (spec.noun === 'source')
    return (
      <Message
        title={`No ${title} yet`}
        sentence="Drop a document anywhere on the window to read it, or add a source by hand. Nothing leaves this computer."
      >
        {add === null ? null : (
          <>
            <TakeInButtons />
            <Button variant="default" onClick={add}>
              Add the first source
            </Button>
          </>
        )}
      </Message>
    );
  return (
    <Message title={`No ${title} yet`} sentence={noun.what}>
      {add === null ? null : <Button onClick={add}>Add the first {noun.label.toLowerCase()}</Button>}
    </Message>
  );
}

interface MessageProps {
  readonly title: string;
  readonly sentence: string;
  readonly children?: React.ReactNode;
}

function Message({ title, sentence, children }: MessageProps) {
  return (
    <div className={classes.message}>
      <p className={classes.title}>{title}</p>
      <p className={classes.sentence}>{sentence}</p>
      {children}
    </div>
  );
}
