import { Button } from '@mantine/core';
import { IconArrowLeft, IconPencil } from '@tabler/icons-react';
import { useGoTo, useOpenEntry } from '#renderer/app/go-to.ts';
import { choiceText, dayText } from '#renderer/app/numbers.ts';
import type { Review } from '../review/use-review.ts';
import { ClassFilters } from './class-filters.tsx';
import { CoverageBar, coverageOf } from './coverage-bar.tsx';
import classes from './head.module.css';
import { Origins } from './origins.tsx';

/** Which document it is, how far it can be relied on, and how far it is read. */
export function ReaderHead({ review }: { readonly review: Review }) {
  const { reading, canWrite, goToNumeral } = review;
  const { title, publisher, author, publishedOn, reliability, kind } = reading;
  const openEntry = useOpenEntry();
  const goTo = useGoTo();
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
      {reading.text === null ? null : (
        <>
          <CoverageBar coverage={coverageOf(reading)} onUnread={() => goToNumeral()} />
          <ClassFilters review={review} />
        </>
      )}
    </header>
  );
}
