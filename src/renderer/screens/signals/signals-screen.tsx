import { SegmentedControl } from '@mantine/core';
import { useAsk } from '#renderer/app/asking.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { useMoment } from '#renderer/app/moment.ts';
import { dayText } from '#renderer/app/numbers.ts';
import { PageHead } from '#renderer/app/page-head.tsx';
import { type Subject, useSubject } from '#renderer/app/subject.ts';
import { NoSubject } from '#renderer/parts/evidence/no-subject.tsx';
import {
  showFlags,
  showOwnSignals,
  showThresholds,
  useSignalsPlace,
} from '#renderer/parts/evidence/signals-place.ts';
import { reviewsOf } from '#renderer/parts/review/flag-reviews.ts';
import { FlagsTab } from './flags-tab.tsx';
import { OwnSignalsTab } from './own/own-signals-tab.tsx';
import classes from './signals.module.css';
import { ThresholdsTab } from './thresholds-tab.tsx';

/** Every flag of the subject with its evidence, and the thresholds by which flags are raised. */
export function SignalsScreen() {
  const { subject, isLoading } = useSubject();
  if (isLoading) return null;
  if (subject !== null) return <SubjectSignals key={subject.id} subject={subject} />;
  return (
    <div className={classes.screen}>
      <PageHead title="Signals" />
      <NoSubject what="Every signal" />
    </div>
  );
}

function SubjectSignals({ subject }: { readonly subject: Subject }) {
  const { tab } = useSignalsPlace();
  const run = useAsk('signals', 'run', { subjectId: subject.id, ...useMoment() }, { keepsPrevious: true });
  if (run.error !== null) return <Failure error={run.error} retry={() => void run.refetch()} />;
  const flags = run.data?.subjects.flatMap((each) => each.flags);
  return (
    <div className={classes.screen}>
      <PageHead
        title="Signals"
        actions={
          <SegmentedControl
            classNames={{ root: classes.switch ?? '', indicator: classes.chosen ?? '' }}
            size="xs"
            aria-label="Show"
            value={tab}
            data={[
              { value: 'flags', label: 'Flags' },
              { value: 'thresholds', label: 'Thresholds' },
              { value: 'own', label: 'Own signals' },
            ]}
            onChange={showTab}
          />
        }
      >
        {subject.name}
        {run.data === undefined ? '' : `, as of ${dayText(run.data.asOf)}`}
      </PageHead>
      {flags === undefined ? null : tab === 'flags' ? (
        <FlagsTab flags={flags} reviews={reviewsOf(run.data?.subjects ?? [])} />
      ) : tab === 'own' ? (
        <OwnSignalsTab subject={subject} flags={flags} />
      ) : (
        <ThresholdsTab subject={subject} flags={flags} />
      )}
    </div>
  );
}

function showTab(tab: string): void {
  if (tab === 'flags') showFlags();
  else if (tab === 'own') showOwnSignals();
  else showThresholds(null);
}
