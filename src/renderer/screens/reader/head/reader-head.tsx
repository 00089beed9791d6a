import { Button } from '@mantine/core';
import { IconAlertTriangle, IconArrowLeft, IconDownload, IconPencil } from '@tabler/icons-react';
import { coverageOf } from '#core/reading/coverage.ts';
import { useGoTo, useOpenEntry } from '#renderer/app/go-to.ts';
import { startJob } from '#renderer/app/jobs.tsx';
import { type Moment, useMoment } from '#renderer/app/moment.ts';
import { choiceText, dayText } from '#renderer/app/numbers.ts';
import { download, runJob } from '#renderer/client.ts';
import type { Reading } from '../reading.ts';
import type { Review } from '../review/use-review.ts';
import { ClassFilters } from './class-filters.tsx';
import { CoverageBar } from './coverage-bar.tsx';
import classes from './head.module.css';
import { Origins } from './origins.tsx';

/** Which document it is, how far it can be relied on, and how far it is read. */
export function ReaderHead({ review }: { readonly review: Review }) {
  const { reading, canWrite, goToNumeral } = review;
  const { title, publisher, author, publishedOn, reliability, kind } = reading;
  const openEntry = useOpenEntry();
  const goTo = useGoTo();
  const moment = useMoment();
  const facts = [
    publisher ?? 'publisher unknown',
    ...(author === null ? [] : [author]),
    publishedOn === null ? 'day of publication unknown' : dayText(publishedOn),
    choiceText(kind),
  ];
  return (
    <header className={classes.head}>
      <div className={classes.first}>
        <h1 className={classes.title} title={title}>
          {title}
        </h1>
        <Button variant="subtle" leftSection={<IconArrowLeft size={15} />} onClick={() => goTo('sources')}>
          Sources
        </Button>
        {reading.original === null ? null : (
          <Button
            variant="subtle"
            leftSection={<IconDownload size={15} />}
            title={`${reading.original.name}, as it was taken in`}
            onClick={() => void saveOriginal(reading, moment)}
          >
            Original
          </Button>
        )}
        <Button
          variant="default"
          leftSection={<IconPencil size={15} />}
          onClick={() => openEntry(reading.id)}
        >
          Source details
        </Button>
      </div>
      <div className={classes.about}>
        <span className={classes.grade} title="Reliability of the source, A best to F unknown">
          {reliability}
        </span>
        <span>{facts.join(' · ')}</span>
        <Origins reading={reading} canWrite={canWrite} />
      </div>
      {reading.isIntact ? null : (
        <p className={classes.alarm} role="alert">
          <IconAlertTriangle size={16} aria-hidden />
          The text is not as it was saved: it no longer matches its SHA-256. Nothing is read from it. Restore
          a backup, or take the document in again.
        </p>
      )}
      {reading.isReading ? (
        <p className={classes.waiting} role="status">
          A long text: Plumbline is still reading it. What it proposes appears here in a moment; the words are
          all there already.
        </p>
      ) : null}
      {reading.text === null || !reading.isIntact || reading.isReading ? null : (
        <>
          <CoverageBar coverage={currentCoverage(reading)} onUnread={() => goToNumeral()} />
          <ClassFilters review={review} />
        </>
      )}
    </header>
  );
}

/** The counts with what was decided here and is on its way to the file. */
function currentCoverage({ numerals, coverage }: Reading): Reading['coverage'] {
  return numerals.length === 0 ? coverage : coverageOf(numerals);
}

/** The file as it came in, to be read in its own program. */
function saveOriginal({ id, original }: Reading, moment: Moment): Promise<void> {
  return startJob(original?.name ?? 'Original', async (options) => {
    const ticket = await runJob('documents', 'original', { sourceId: id, ...moment }, options);
    await download(ticket);
    return `${ticket.fileName} is in your downloads.`;
  });
}
