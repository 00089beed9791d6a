import { useState } from 'react';
import type { Flag } from '#core/signals/flag.ts';
import { useAsk } from '#renderer/app/asking.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { useOpenEntry } from '#renderer/app/go-to.ts';
import { useMoment } from '#renderer/app/moment.ts';
import { dayText } from '#renderer/app/numbers.ts';
import { PageHead } from '#renderer/app/page-head.tsx';
import { type Subject, useSubject } from '#renderer/app/subject.ts';
import type { Told } from '#renderer/client.ts';
import { EvidencePanel } from '#renderer/parts/evidence/evidence-panel.tsx';
import { flagId } from '#renderer/parts/evidence/flag-words.ts';
import { NoSubject } from '#renderer/parts/evidence/no-subject.tsx';
import { reviewsOf } from '#renderer/parts/review/flag-reviews.ts';
import type { Overview } from '#shared/contract/reports.ts';
import { FlagsCard } from './flags-card.tsx';
import { GradeCard } from './grade-card.tsx';
import { ObligationsCard } from './obligations-card.tsx';
import classes from './overview.module.css';
import { CounterpartyChart, RatioChart } from './overview-charts.tsx';
import { flagOfCounterparty, type TileTarget, targetOfTile, totalFlagOf } from './overview-flags.ts';
import { Tiles } from './tiles.tsx';
import { WhatChanged } from './what-changed.tsx';

/** The subject in one look: its grade and what decides it, what changed, its headline numbers, what it has promised and to whom, its flags. */
export function OverviewScreen() {
  const { subject, isLoading } = useSubject();
  if (isLoading) return null;
  return (
    <div className={classes.screen}>
      {subject === null ? (
        <>
          <PageHead title="Overview" />
          <NoSubject what="The overview" />
        </>
      ) : (
        <SubjectOverview key={subject.id} subject={subject} />
      )}
    </div>
  );
}

function SubjectOverview({ subject }: { readonly subject: Subject }) {
  const moment = useMoment();
  const overview = useAsk('overview', 'get', { subjectId: subject.id, ...moment }, { keepsPrevious: true });
  const run = useAsk('signals', 'run', { subjectId: subject.id, ...moment }, { keepsPrevious: true });
  const error = overview.error ?? run.error;
  if (error !== null)
    return <Failure error={error} retry={() => void Promise.all([overview.refetch(), run.refetch()])} />;
  const own = run.data?.subjects[0];
  if (overview.data === undefined || own === undefined)
    return <PageHead title="Overview">{subject.name}</PageHead>;
  return <Board overview={overview.data} run={own} isUnderReview={subject.isUnderReview} />;
}

type SubjectRun = Told<'signals', 'run'>['subjects'][number];

interface BoardProps {
  readonly overview: Overview;
  readonly run: SubjectRun;
  readonly isUnderReview: boolean;
}

function Board({ overview, run, isUnderReview }: BoardProps) {
  const { flags, grade } = run;
  const { open, openFlag, openTarget, close } = useEvidence(flags);
  const reviews = reviewsOf([run]);
  const { data: ledger } = useAsk('ledger', 'info', {});
  return (
    <>
      <PageHead title="Overview">
        {overview.subject.name}, as of {dayText(overview.asOf)}
        {isUnderReview
          ? null
          : '. Not marked as under review: set “Under review” on its entity to keep it in view.'}
      </PageHead>
      <div className={classes.verdict}>
        <GradeCard grade={grade} flags={flags} reviews={reviews} onOpen={openFlag} />
        <WhatChanged
          subject={overview.subject}
          flags={flags}
          today={ledger?.today ?? overview.asOf}
          onOpen={openFlag}
        />
      </div>
      <Tiles tiles={overview.tiles} targetOf={(tile) => targetOfTile(flags, tile)} onOpen={openTarget} />
      <div className={classes.columns}>
        <div className={classes.column}>
          <Charts overview={overview} flags={flags} onOpen={openFlag} />
        </div>
        <div className={classes.column}>
          <FlagsCard
            flags={flags}
            reviews={reviews}
            pillars={grade.pillars}
            openId={open === null ? null : flagId(open)}
            onOpen={openFlag}
          />
        </div>
      </div>
      {open === null ? null : <EvidencePanel flag={open} onClose={close} />}
    </>
  );
}

interface ChartsProps {
  readonly overview: Overview;
  readonly flags: readonly Flag[];
  readonly onOpen: (flag: Flag | null) => void;
}

function Charts({ overview, flags, onOpen }: ChartsProps) {
  return (
    <>
      <div className={classes.card} data-area="ratio">
        <RatioChart overview={overview} onPick={() => onOpen(totalFlagOf(flags, 'commitment-to-revenue'))} />
      </div>
      <div className={classes.card} data-area="obligations">
        <ObligationsCard
          subjectId={overview.subject.id}
          onPick={() => onOpen(totalFlagOf(flags, 'funding-gap'))}
        />
      </div>
      <div className={classes.card} data-area="parties">
        <CounterpartyChart
          overview={overview}
          onPick={(dealIds) =>
            onOpen(
              dealIds === null
                ? totalFlagOf(flags, 'commitment-reconciliation')
                : flagOfCounterparty(flags, dealIds),
            )
          }
        />
      </div>
    </>
  );
}

/** Which flag the panel shows; by id, so that the card follows when a change gives the flag new numbers. */
function useEvidence(flags: readonly Flag[]) {
  const [openId, setOpenId] = useState<string | null>(null);
  const openEntry = useOpenEntry();
  const open = flags.find((flag) => flagId(flag) === openId) ?? null;
  const openFlag = (flag: Flag | null) => {
    setOpenId(flag === null ? null : flagId(flag));
    openEntry(null, { replace: true });
  };
  const openTarget = (target: NonNullable<TileTarget>) =>
    target.kind === 'flag' ? openFlag(target.flag) : openEntry(target.id);
  return { open, openFlag, openTarget, close: () => setOpenId(null) };
}
