import { useState } from 'react';
import type { Flag, Severity } from '#core/signals/flag.ts';
import { useAsk } from '#renderer/app/asking.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { useOpenEntry } from '#renderer/app/go-to.ts';
import { useMoment } from '#renderer/app/moment.ts';
import { dayText } from '#renderer/app/numbers.ts';
import { PageHead } from '#renderer/app/page-head.tsx';
import { type Subject, useSubject } from '#renderer/app/subject.ts';
import { EvidencePanel } from '#renderer/parts/evidence/evidence-panel.tsx';
import { countsOf } from '#renderer/parts/evidence/flag-counts.ts';
import { flagId, inReadingOrder } from '#renderer/parts/evidence/flag-words.ts';
import { NoSubject } from '#renderer/parts/evidence/no-subject.tsx';
import { SeverityCounts } from '#renderer/parts/evidence/severity-counts.tsx';
import type { Overview } from '#shared/contract/reports.ts';
import type { CompanyGradeReport } from '#shared/contract/signals.ts';
import { FlagList } from './flag-list.tsx';
import { GradeCard } from './grade-card.tsx';
import classes from './overview.module.css';
import { CounterpartyChart, RatioChart } from './overview-charts.tsx';
import { flagOfCounterparty, type TileTarget, targetOfTile, totalFlagOf } from './overview-flags.ts';
import { RecentChanges } from './recent-changes.tsx';
import { Tiles } from './tiles.tsx';

/** The subject in one look: its flags, its headline numbers, what it has promised and to whom, what changed last. */
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
  if (overview.data === undefined || run.data === undefined)
    return <PageHead title="Overview">{subject.name}</PageHead>;
  return (
    <Board
      overview={overview.data}
      grade={run.data.subjects[0]?.grade ?? null}
      flags={run.data.subjects.flatMap(({ flags }) => flags)}
      isUnderReview={subject.isUnderReview}
    />
  );
}

interface BoardProps {
  readonly overview: Overview;
  readonly grade: CompanyGradeReport | null;
  readonly flags: readonly Flag[];
  readonly isUnderReview: boolean;
}

function Board({ overview, grade, flags, isUnderReview }: BoardProps) {
  const [chosen, setChosen] = useState<readonly Severity[]>([]);
  const { open, openFlag, openTarget, close } = useEvidence(flags);
  const listed = inReadingOrder(flags).filter(
    ({ severity }) => chosen.length === 0 || chosen.includes(severity),
  );
  return (
    <>
      <PageHead title="Overview">
        {overview.subject.name}, as of {dayText(overview.asOf)}
        {isUnderReview
          ? null
          : '. Not marked as under review: set “Under review” on its entity to keep it in view.'}
      </PageHead>
      <Tiles tiles={overview.tiles} targetOf={(tile) => targetOfTile(flags, tile)} onOpen={openTarget} />
      {grade === null ? null : <GradeCard grade={grade} flags={flags} onOpen={openFlag} />}
      <div className={classes.columns}>
        <div className={classes.column}>
          <div className={classes.card} data-area="ratio">
            <RatioChart
              overview={overview}
              onPick={() => openFlag(totalFlagOf(flags, 'commitment-to-revenue'))}
            />
          </div>
          <div className={classes.card} data-area="parties">
            <CounterpartyChart
              overview={overview}
              onPick={(dealIds) =>
                openFlag(
                  dealIds === null
                    ? totalFlagOf(flags, 'commitment-reconciliation')
                    : flagOfCounterparty(flags, dealIds),
                )
              }
            />
          </div>
        </div>
        <div className={classes.column}>
          <section className={classes.card} data-area="flags" aria-label="Flags">
            <h2 className={classes.cardTitle}>Flags</h2>
            <SeverityCounts counts={countsOf(flags)} chosen={chosen} onChange={setChosen} />
            <FlagList flags={listed} openId={open === null ? null : flagId(open)} onOpen={openFlag} />
          </section>
          <section className={classes.card} data-area="recent" aria-label="Recent changes">
            <h2 className={classes.cardTitle}>Recent changes</h2>
            <RecentChanges changes={overview.recent} />
          </section>
        </div>
      </div>
      {open === null ? null : <EvidencePanel flag={open} onClose={close} />}
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
