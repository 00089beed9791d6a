import { Button } from '@mantine/core';
import { useState } from 'react';
import { useAsk } from '#renderer/app/asking.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { useOpenReader } from '#renderer/app/go-to.ts';
import { useCanWrite, useMoment } from '#renderer/app/moment.ts';
import { choiceText, dayText } from '#renderer/app/numbers.ts';
import { PageHead } from '#renderer/app/page-head.tsx';
import type { Told } from '#renderer/client.ts';
import { TakeInButtons } from '#renderer/intake/take-in-buttons.tsx';
import { CoverageBar } from '#renderer/screens/reader/head/coverage-bar.tsx';
import classes from './documents-view.module.css';
import { SourcesViews } from './sources-views.tsx';

type Listed = Told<'documents', 'list'>['items'][number];

const PAGE = 50;
/** As many as one answer holds. */
const MOST = 200;

/** The sources whose text the ledger holds, the latest first, each with how far it is read. */
export function DocumentsView() {
  const [limit, setLimit] = useState(PAGE);
  const canWrite = useCanWrite();
  const { data, error, refetch } = useAsk(
    'documents',
    'list',
    { limit, ...useMoment() },
    { keepsPrevious: true },
  );
  return (
    <section className={classes.frame} aria-label="Documents">
      <PageHead title="Sources" actions={canWrite ? <TakeInButtons /> : null}>
        <span role="status">{data === undefined ? '' : countText(data.total)}</span>
      </PageHead>
      <div className={classes.second}>
        <SourcesViews />
        {canWrite ? (
          <span className={classes.hint}>
            Drop documents anywhere on the window: text, Markdown, HTML, PDF, Word.
          </span>
        ) : null}
      </div>
      {error === null ? null : <Failure error={error} retry={() => void refetch()} />}
      {data?.total === 0 ? <NoDocuments canWrite={canWrite} /> : null}
      <ul className={classes.list}>
        {data?.items.map((item) => (
          <DocumentRow key={item.id} item={item} />
        ))}
      </ul>
      {data !== undefined && data.items.length < data.total && limit < MOST ? (
        <Button variant="default" onClick={() => setLimit(Math.min(limit + PAGE, MOST))}>
          Show more
        </Button>
      ) : null}
    </section>
  );
}

function countText(total: number): string {
  return total === 1 ? '1 with a text' : `${total.toLocaleString()} with a text`;
}

function DocumentRow({ item }: { readonly item: Listed }) {
  const openReader = useOpenReader();
  const { id, title, publisher, publishedOn, kind, reliability, coverage, isIntact } = item;
  const facts = [
    publisher ?? 'publisher unknown',
    publishedOn === null ? 'day of publication unknown' : dayText(publishedOn),
    choiceText(kind),
  ];
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <button type="button" className={classes.title} onClick={() => openReader(id)}>
          {title}
        </button>
        <p className={classes.facts}>
          <span className={classes.grade} title="Reliability of the source, A best to F unknown">
            {reliability}
          </span>
          {facts.join(' · ')}
        </p>
      </div>
      <div className={classes.far}>
        {isIntact ? null : <span className={classes.changed}>The text is not as it was saved.</span>}
        {isIntact && coverage === null ? (
          <span className={classes.long}>A long text: open it to see how far it is read.</span>
        ) : null}
        {coverage === null ? null : <CoverageBar coverage={coverage} />}
      </div>
      <Button variant="default" onClick={() => openReader(id)} aria-label={`Open ${title}`}>
        Open
      </Button>
    </li>
  );
}

function NoDocuments({ canWrite }: { readonly canWrite: boolean }) {
  return (
    <div className={classes.empty}>
      <p className={classes.emptyTitle}>No documents yet</p>
      <p className={classes.emptySentence}>
        Drop an article, a filing or a release anywhere on this window. The reader marks its deals, figures,
        quotes, market moves and dates; what you accept becomes an entry tied to its words. Nothing leaves
        this computer.
      </p>
      {canWrite ? <TakeInButtons /> : null}
    </div>
  );
}
