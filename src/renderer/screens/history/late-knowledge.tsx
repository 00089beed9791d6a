import { Button } from '@mantine/core';
import { nounOf, nounOfId } from '#core/model/nouns.ts';
import { useAsk } from '#renderer/app/asking.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { useGoTo, useOpenEntry } from '#renderer/app/go-to.ts';
import { useMoment } from '#renderer/app/moment.ts';
import { dayText } from '#renderer/app/numbers.ts';
import { PageHead } from '#renderer/app/page-head.tsx';
import { knownText } from '#renderer/app/time/moment-words.ts';
import type { Told } from '#renderer/client.ts';
import { HistoryTabs, type TabChoice } from './history-tabs.tsx';
import classes from './late-knowledge.module.css';
import { daysText, standingText, undatedText } from './late-words.ts';

type Late = Told<'history', 'late'>;
type LateEntry = Late['late'][number];

/** What could have been known and was not: published, but recorded later; and dates that cannot be right. */
export function LateKnowledge({ choose }: TabChoice) {
  const moment = useMoment();
  const { data, error, refetch } = useAsk('history', 'late', moment, { keepsPrevious: true });
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  const { knownAt } = moment;
  return (
    <div className={classes.page}>
      <PageHead title="History" actions={<HistoryTabs tab="late" choose={choose} />}>
        Late knowledge
      </PageHead>
      {data === undefined ? null : (
        <>
          <Undated undated={data.undated} />
          <LatePart
            title="Published, but recorded later"
            what={
              knownAt === null
                ? 'What its source had published on an earlier day than it was recorded. Choose a time in the header to see what was missing then.'
                : `What was published by then and was not in the ledger, or not as it reads now, at ${knownText(knownAt)}.`
            }
            nothing="Nothing was recorded later than on the day its source was published."
            entries={data.late}
            total={data.lateTotal}
          />
          <LatePart
            title="Recorded before it was published"
            what="One of the two days is wrong: nothing can be recorded before it is published."
            nothing="No entry was recorded before its source was published."
            entries={data.ahead}
            total={data.aheadTotal}
          />
        </>
      )}
    </div>
  );
}

function Undated({ undated }: { readonly undated: Late['undated'] }) {
  const goTo = useGoTo();
  if (undated.sources === 0) return null;
  return (
    <div className={classes.undated}>
      <p className={classes.text}>{undatedText(undated)}</p>
      <Button variant="default" size="compact-sm" onClick={() => goTo('sources')}>
        Go to the sources
      </Button>
    </div>
  );
}

interface LatePartProps {
  readonly title: string;
  readonly what: string;
  readonly nothing: string;
  readonly entries: readonly LateEntry[];
  readonly total: number;
}

function LatePart({ title, what, nothing, entries, total }: LatePartProps) {
  return (
    <section className={classes.part} aria-label={title}>
      <h2 className={classes.title}>
        {title} <span className={classes.count}>{total.toLocaleString()}</span>
      </h2>
      <p className={classes.text}>{entries.length === 0 ? nothing : what}</p>
      {entries.length === 0 ? null : (
        <div className={classes.tableBox}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">Entry</th>
                <th scope="col">Kind</th>
                <th scope="col">Source</th>
                <th scope="col">Published</th>
                <th scope="col">Recorded</th>
                <th scope="col" className={classes.number}>
                  Days
                </th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <LateRow key={entry.id} entry={entry} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {total > entries.length ? (
        <p className={classes.text}>and {(total - entries.length).toLocaleString()} more</p>
      ) : null}
    </section>
  );
}

function LateRow({ entry }: { readonly entry: LateEntry }) {
  const openEntry = useOpenEntry();
  const { knownAt } = useMoment();
  const noun = nounOfId(entry.id);
  const isOnFile = knownAt === null || entry.standing !== 'recorded-later';
  const why = standingText(entry.standing);
  return (
    <tr>
      <th scope="row">
        {isOnFile ? (
          <button type="button" className={classes.link} onClick={() => openEntry(entry.id)}>
            {entry.name}
          </button>
        ) : (
          entry.name
        )}
        {why === '' ? null : <span className={classes.why}>{why}</span>}
      </th>
      <td>{noun === null ? '' : nounOf(noun).label}</td>
      <td>{entry.source}</td>
      <td className={classes.day}>{dayText(entry.publishedOn)}</td>
      <td className={classes.day}>{dayText(entry.recordedAt.slice(0, 10))}</td>
      <td className={classes.number}>{daysText(entry.days)}</td>
    </tr>
  );
}
