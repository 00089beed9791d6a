import { useSearch } from '@tanstack/react-router';
import { useAsk } from '#renderer/app/asking.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { useChooseMatter } from '#renderer/app/go-to.ts';
import { useMoment } from '#renderer/app/moment.ts';
import { PageHead } from '#renderer/app/page-head.tsx';
import type { PlaceSearch } from '#renderer/app/router.tsx';
import { type Subject, useSubject } from '#renderer/app/subject.ts';
import { NoSubject } from '#renderer/parts/evidence/no-subject.tsx';
import { FiguresViews } from '../figures-views.tsx';
import classes from './compare.module.css';
import { MatterDetail } from './matter-detail.tsx';
import { MatterList } from './matter-list.tsx';
import type { MatterLine } from './told.ts';

/** What the sources state more than once about the subject, and the versions of the chosen matter. */
export function CompareView() {
  const { subject, isLoading } = useSubject();
  if (isLoading) return null;
  return (
    <div className={classes.screen}>
      {subject === null ? (
        <>
          <PageHead title="Figures" actions={<FiguresViews />} />
          <NoSubject what="A comparison" />
        </>
      ) : (
        <Matters key={subject.id} subject={subject} />
      )}
    </div>
  );
}

function Matters({ subject }: { readonly subject: Subject }) {
  const { matter: wanted } = useSearch({ strict: false }) as PlaceSearch;
  const choose = useChooseMatter();
  const moment = useMoment();
  const { data, error, refetch } = useAsk(
    'figures',
    'disputes',
    { subjectId: subject.id, ...moment },
    { keepsPrevious: true },
  );
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  const show = (id: string) => {
    document.getElementById('screen')?.scrollTo({ top: 0 });
    choose(id);
  };
  const matters = data?.matters ?? [];
  const chosen = wanted ?? matters[0]?.id ?? null;
  return (
    <>
      <PageHead title="Figures" actions={<FiguresViews />}>
        {data === undefined ? '' : countText(matters, subject.name)}
      </PageHead>
      {data === undefined ? null : (
        <div className={classes.columns}>
          {matters.length === 0 ? (
            <p className={classes.dim}>
              Nothing about {subject.name} is stated more than once yet. Add what another source says of a
              figure or a day to compare the two.
            </p>
          ) : (
            <MatterList matters={matters} chosenId={chosen} onChoose={show} />
          )}
          {chosen === null ? null : (
            <MatterDetail key={chosen} subject={subject} id={chosen} asOf={data.asOf} />
          )}
        </div>
      )}
    </>
  );
}

function countText(matters: readonly MatterLine[], name: string): string {
  const contradictions = matters.filter(({ verdict }) => verdict === 'contradict').length;
  const stated = `${matters.length} ${matters.length === 1 ? 'matter' : 'matters'} of ${name} stated more than once`;
  return `${stated}, ${contradictions === 1 ? '1 contradiction' : `${contradictions} contradictions`}`;
}
