import { IconArrowsSplit, IconEqual, IconEqualNot } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useAsk } from '#renderer/app/asking.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { useOpenEntry } from '#renderer/app/go-to.ts';
import { isPast, useCanWrite, useMoment } from '#renderer/app/moment.ts';
import type { Subject } from '#renderer/app/subject.ts';
import { RangeChart } from '#renderer/chart/range-chart.tsx';
import classes from './compare.module.css';
import { EndPickPanel } from './end-pick-panel.tsx';
import { PickPanel } from './pick-panel.tsx';
import { PickStanding } from './pick-standing.tsx';
import { PolicyTable } from './policy-table.tsx';
import type { Matter } from './told.ts';
import { plottedVersions, versionChartTable, versionPlot } from './version-plot.ts';
import { VersionTable } from './version-table.tsx';

interface MatterDetailProps {
  readonly subject: Subject;
  /** Any entry of the matter. */
  readonly id: string;
  readonly asOf: string;
}

/** What the side panel is open for; null while it is closed. */
type Doing = { readonly kind: 'pick'; readonly figureId: string } | { readonly kind: 'end' } | null;

/** The versions of one matter: verdict, ranges on one axis, a row for each, what would settle it, what policies take. */
export function MatterDetail({ subject, id, asOf }: MatterDetailProps) {
  const moment = useMoment();
  const { data, error, refetch } = useAsk(
    'figures',
    'versions',
    { subjectId: subject.id, id, ...moment },
    { keepsPrevious: true },
  );
  const canWrite = useCanWrite();
  const [doing, setDoing] = useState<Doing>(null);
  const openEntry = useOpenEntry();
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined)
    return (
      <p className={classes.waiting} role="status">
        Comparing the versions…
      </p>
    );
  const canPick = canWrite && data.policies.length > 0;
  const start = (next: Doing) => {
    openEntry(null, { replace: true });
    setDoing(next);
  };
  const close = () => setDoing(null);
  return (
    <article className={classes.detail} aria-label={data.name} data-panel={doing !== null || undefined}>
      <Verdict matter={data} />
      <PickStanding
        matter={data}
        onEnd={canPick && data.pick !== null ? () => start({ kind: 'end' }) : undefined}
      />
      <Ranges matter={data} onOpen={(entry) => openEntry(entry)} />
      <VersionTable
        matter={data}
        onOpen={(entry) => openEntry(entry)}
        onPick={canPick ? (figureId) => start({ kind: 'pick', figureId }) : undefined}
      />
      {data.policies.length > 0 && isPast(moment) ? (
        <p className={classes.text}>The past is read, never edited: go back to now to pick a version.</p>
      ) : null}
      {data.policies.length === 0 ? null : <PolicyTable matter={data} />}
      {doing?.kind === 'pick' ? (
        <PickPanel
          key={doing.figureId}
          matter={data}
          figureId={doing.figureId}
          subject={subject}
          asOf={asOf}
          onClose={close}
        />
      ) : null}
      {doing?.kind === 'end' && data.pick !== null ? <EndPickPanel pick={data.pick} onClose={close} /> : null}
    </article>
  );
}

const VERDICTS = {
  contradict: { words: 'The sources contradict each other', Icon: IconEqualNot },
  agree: { words: 'The sources agree', Icon: IconEqual },
  differ: { words: 'Not comparable, and no contradiction', Icon: IconArrowsSplit },
} as const;

function Verdict({ matter }: { readonly matter: Matter }) {
  const { words, Icon } = VERDICTS[matter.verdict];
  return (
    <header className={classes.verdict}>
      <h2 className={classes.name}>{matter.name}</h2>
      <p className={classes.verdictLine} data-verdict={matter.verdict}>
        <Icon size={16} aria-hidden />
        {matter.claims === 1 ? 'Only one version is on file' : words}
      </p>
      <p className={classes.text}>
        {matter.verdictWords}
        {matter.isWithinOneSource ? ' One of the sources contradicts itself.' : ''} {originsText(matter)}
      </p>
      <p className={classes.settled}>{matter.settledBy}</p>
    </header>
  );
}

function originsText({ claims, origins }: Matter): string {
  if (claims < 2 || origins >= claims) return '';
  return origins === 1
    ? `All ${claims} versions rest on one independent document.`
    : `The ${claims} versions rest on ${origins} independent documents.`;
}

interface RangesProps {
  readonly matter: Matter;
  readonly onOpen: (id: string) => void;
}

function Ranges({ matter, onOpen }: RangesProps) {
  const plot = useMemo(() => versionPlot(matter), [matter]);
  const plotted = plottedVersions(matter);
  if (plotted.length === 0) return <p className={classes.text}>No version discloses an amount.</p>;
  const left = matter.versions.length - plotted.length;
  return (
    <section className={classes.card}>
      <RangeChart
        title={matter.kind === 'date' ? 'Stated days' : 'Stated amounts'}
        note={noteOf(matter, left)}
        plot={plot}
        table={versionChartTable(matter)}
        onPick={(index) => onOpen(plotted[index]?.id ?? '')}
      />
    </section>
  );
}

function noteOf({ kind, versions }: Matter, left: number): string {
  const legend =
    kind === 'date'
      ? 'Point: a stated day. Bar: a stated window; an arrow leaves its end open.'
      : 'Point: as stated. Bar: the range of its words; an arrow leaves its end open. Thin line: half a unit of the last digit.';
  const apart = versions.some(({ difference }) => difference !== null)
    ? ' Rings and dashes are not compared.'
    : '';
  if (left === 0) return `${legend}${apart}`;
  return `${legend}${apart} ${left === 1 ? '1 version' : `${left} versions`} without a place on this axis: see the table.`;
}
