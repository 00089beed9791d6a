import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { type Flag, type Thresholds, thresholdKey } from '#core/signals/flag.ts';
import { useAsk } from '#renderer/app/asking.ts';
import { useMoment } from '#renderer/app/moment.ts';
import { SidePanel } from '#renderer/app/side-panel.tsx';
import type { Subject } from '#renderer/app/subject.ts';
import { Chart } from '#renderer/chart/chart.tsx';
import type { Measure, ThresholdList } from '#renderer/parts/evidence/card-context.ts';
import { inReadingOrder, thresholdsText } from '#renderer/parts/evidence/flag-words.ts';
import { measureBars, measureTable } from './measure-bars.ts';
import { ScopeFields } from './scope-fields.tsx';
import { StepFields } from './step-fields.tsx';
import { useSectorOf } from './subject-sector.ts';
import { draftOf, draftProblem, isSame, type ThresholdDraft, thresholdsOf } from './threshold-draft.ts';
import classes from './threshold-editor.module.css';
import { ThresholdHistory } from './threshold-history.tsx';
import { ThresholdPreview } from './threshold-preview.tsx';
import { ThresholdSaving } from './threshold-saving.tsx';
import { type HeldThresholds, inheritedBy, setOf, type ThresholdScope } from './threshold-scope.ts';

interface ThresholdEditorProps {
  readonly measure: Measure;
  readonly list: ThresholdList;
  readonly subject: Subject;
  readonly onClose: () => void;
}

/** Sets the thresholds of one measure for the ledger, a sector or an entity, and says beforehand what would move. */
export function ThresholdEditor({ measure, list, subject, onClose }: ThresholdEditorProps) {
  const [scope, setScope] = useState<ThresholdScope>(() => startScope(list, measure.key, subject));
  return (
    <SidePanel kicker="Thresholds" title={measure.name} onClose={onClose}>
      <div className={classes.editor}>
        <p className={classes.question}>{measure.question}</p>
        <p className={classes.formula}>{measure.formula}</p>
        <p className={classes.text}>
          Default: {thresholdsText(measure.defaults, measure.unit)}. {measure.why}
        </p>
        <ScopeFields scope={scope} subject={subject} onChange={setScope} />
        <ScopedEditor key={startOf(list, measure.key, scope)} measure={measure} list={list} scope={scope} />
        <section className={classes.section}>
          <h3 className={classes.heading}>Changes of these thresholds</h3>
          <ThresholdHistory
            items={list.history.filter(({ key }) => key === measure.key)}
            measures={list.measures}
          />
        </section>
      </div>
    </SidePanel>
  );
}

/** The narrowest scope that already has a set for the subject, else the whole ledger. */
function startScope(list: ThresholdList, key: string, { id }: Subject): ThresholdScope {
  const own: ThresholdScope = { kind: 'entity', entityId: id };
  return setOf(list, key, own) === null ? { kind: 'ledger' } : own;
}

/** The fields start anew when another set, entity or kind of scope is chosen, but not with every letter of a sector. */
function startOf(list: ThresholdList, key: string, scope: ThresholdScope): string {
  const set = setOf(list, key, scope);
  return [scope.kind, scope.kind === 'entity' ? scope.entityId : '', set?.id, set?.version].join(' ');
}

interface ScopedEditorProps {
  readonly measure: Measure;
  readonly list: ThresholdList;
  readonly scope: ThresholdScope;
}

/** The fields for one scope; mounted anew, with what holds there, when the scope or its set changes. */
function ScopedEditor({ measure, list, scope }: ScopedEditorProps) {
  const sector = useSectorOf(scope.kind === 'entity' ? scope.entityId : null);
  const set = setOf(list, measure.key, scope);
  const inherited = inheritedBy(list, measure, scope, sector);
  const held: Thresholds = set ?? inherited;
  const [draft, setDraft] = useState<ThresholdDraft>(() => draftOf(held, measure.unit));
  const { unit, isLowerWorse } = measure;
  const wanted = useMemo(() => thresholdsOf(draft, unit, isLowerWorse), [draft, unit, isLowerWorse]);
  const problem = draftProblem(draft, isLowerWorse);
  const [settled] = useDebouncedValue(wanted, 300);
  const isChanged = wanted !== null && !isSame(wanted, held);
  return (
    <>
      <StepFields measure={measure} draft={draft} problem={problem} onChange={setDraft} />
      <ThresholdPreview
        measureKey={measure.key}
        scope={scope}
        unit={unit}
        {...proposalOf({
          draftHolds: problem === null,
          changed: isChanged ? settled : null,
          back: set === null ? null : inherited,
        })}
      />
      <ThresholdSaving
        measure={measure}
        scope={scope}
        set={set}
        inherited={inherited}
        wanted={isChanged ? wanted : null}
      />
      <StandingChart measure={measure} thresholds={settled ?? held} />
    </>
  );
}

interface Proposal {
  readonly wanted: Thresholds | null;
  /** What the preview speaks of, before it says what would move. */
  readonly lead: string;
}

interface Draft {
  readonly draftHolds: boolean;
  readonly changed: Thresholds | null;
  /** What going back would bring; null where there is nothing to go back from. */
  readonly back: HeldThresholds | null;
}

/** What to look ahead at: the numbers typed, else the way back, else nothing. */
function proposalOf({ draftHolds, changed, back }: Draft): Proposal {
  if (!draftHolds) return { wanted: null, lead: 'Correct the numbers to see which flags would move.' };
  if (changed !== null) return { wanted: changed, lead: 'With these numbers:' };
  if (back === null) return { wanted: null, lead: 'Change a number to see which flags would move.' };
  return {
    wanted: back,
    lead: back.origin === 'default' ? 'Back to the default:' : 'Back to the inherited ones:',
  };
}

interface StandingChartProps {
  readonly measure: Measure;
  readonly thresholds: Thresholds;
}

const SHOWN = 8;

/** Where the flags of the measure stand against the thresholds being typed. */
function StandingChart({ measure, thresholds }: StandingChartProps) {
  const { data } = useAsk('signals', 'run', useMoment(), { keepsPrevious: true });
  const { watch, warn, critical } = thresholds;
  const flags = useMemo(() => flagsOf(data?.subjects ?? [], measure.key), [data, measure.key]);
  const bars = useMemo(
    () => measureBars(flags, measure, { watch, warn, critical }),
    [flags, measure, watch, warn, critical],
  );
  if (flags.length === 0) return null;
  return (
    <Chart
      title="Where the flags stand"
      note={`Lines: ${thresholdsText(thresholds, measure.unit)}.`}
      bars={bars}
      table={measureTable(flags, thresholds)}
      isSmall
    />
  );
}

function flagsOf(subjects: readonly { readonly flags: readonly Flag[] }[], key: string): readonly Flag[] {
  const flags = subjects
    .flatMap((each) => each.flags)
    .filter(({ signal, measure }) => thresholdKey(signal, measure) === key);
  const sorted = inReadingOrder(flags);
  const totals = sorted.filter(({ scope }) => scope.kind === 'total');
  return [...totals, ...sorted.filter(({ scope }) => scope.kind !== 'total')].slice(0, SHOWN);
}
