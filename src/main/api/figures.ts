import { placedPicks, policyInForce } from '#core/figures/picks.ts';
import { indexLedger } from '#core/metrics/ledger-index.ts';
import type { Study } from '#core/metrics/study.ts';
import type { FigureFacts, LedgerView, PickFacts } from '#core/model/ledger-view.ts';
import type { MatterReport } from '#core/report/matter.ts';
import { matterLines } from '#core/report/matter-lines.ts';
import { matterReport } from '#core/report/matter-report.ts';
import { previewPick } from '#core/signals/pick-preview.ts';
import { commit, findHead } from '#main/ledger/commit.ts';
import type { ReadableLedger } from '#main/ledger/ledger.ts';
import { recordPick } from '#main/ledger/picks.ts';
import { nameOf } from '#main/ledger/references.ts';
import { closeVersion, findLive } from '#main/ledger/versions.ts';
import type { figuresTopic } from '#shared/contract/figures.ts';
import { PlumblineError } from '#shared/errors.ts';
import type { Handlers } from './handlers.ts';
import { type Gathered, gather } from './signals.ts';

export const figuresHandlers: Handlers<{ figures: typeof figuresTopic }>['figures'] = {
  disputes: ({ ledger, today }, { subjectId, asOf, knownAt }) => {
    const { study } = looked(ledger, { subjectId, asOf: asOf ?? today, knownAt });
    return { asOf: asOf ?? today, knownAt, matters: [...matterLines(study)] };
  },
  versions: ({ ledger, today }, { subjectId, id, asOf, knownAt }) => {
    const { study } = looked(ledger, { subjectId, asOf: asOf ?? today, knownAt });
    const report = matterReport(study, id);
    if (report === null) throw new PlumblineError('ENTRY_MISSING', [id]);
    return report;
  },
  previewPick: ({ ledger, today }, { subjectId, figureId, asOf, knownAt }) => {
    const { view, subjectIds, sets, signals } = looked(ledger, { subjectId, asOf: asOf ?? today, knownAt });
    const figure = findFigure(view, figureId);
    if (figure === null) throw new PlumblineError('ENTRY_MISSING', [figureId]);
    return previewPick({ view, subjectIds, sets, signals, proposed: proposedPick(figure) });
  },
  pick: ({ ledger, today }, { figureId, reviewer, reason, expiresOn }) => {
    if (expiresOn <= today)
      throw new PlumblineError('PICK_REFUSED', [`It would have expired already on ${expiresOn}.`]);
    const { figure, matter, view } = matterToPickIn(ledger, figureId, today);
    const { entityId, metric, dealId } = figure;
    const done = commit(
      ledger,
      {
        command: 'figures.pick',
        summary: `Pick for ${matter.name}: ${statedIn(matter, figureId)}, until ${expiresOn}`,
        reason,
        kind: 'do',
        targetSeq: null,
      },
      (stamp) =>
        recordPick(ledger, stamp, {
          fields: { figureId, entityId, metric, dealId, reviewer, reason, expiresOn },
          replaces: picksOn(matter, view),
        }),
    );
    if (done === null) throw new PlumblineError('PICK_REFUSED', ['This pick is in force already.']);
    return { seq: done.seq, id: done.answer };
  },
  unpick: ({ ledger }, { id, version, reason }) => {
    const live = findLive(ledger, 'pick', id);
    if (live === null) throw new PlumblineError('ENTRY_MISSING', [id]);
    if (live.version !== version) throw new PlumblineError('EDIT_CONFLICT');
    const done = commit(
      ledger,
      {
        command: 'figures.unpick',
        summary: `Pick ended: ${nameOf(ledger, id)}`,
        reason,
        kind: 'do',
        targetSeq: null,
      },
      (stamp) => {
        closeVersion(ledger, stamp, 'pick', version);
        return true;
      },
    );
    return { seq: done?.seq ?? 0 };
  },
};

interface Looked extends Gathered {
  readonly study: Study;
}

/** The latest study of each ledger: its matters are asked for one after another, of one subject and moment. */
const kept = new WeakMap<ReadableLedger, { readonly key: string; readonly looked: Looked }>();

/** Throws SUBJECT_UNKNOWN. */
function looked(ledger: ReadableLedger, request: Parameters<typeof gather>[1]): Looked {
  const key = JSON.stringify([findHead(ledger.db)?.hash, request.subjectId, request.asOf, request.knownAt]);
  const before = kept.get(ledger);
  if (before?.key === key) return before.looked;
  const gathered = gather(ledger, request);
  const made = { ...gathered, study: studyOf(gathered) };
  kept.set(ledger, { key, looked: made });
  return made;
}

function studyOf({ view, subjectIds }: Gathered): Study {
  const index = indexLedger(view);
  const subject = index.entities.get(subjectIds[0] ?? '');
  if (subject === undefined) throw new PlumblineError('SUBJECT_UNKNOWN');
  return { index, subject, policy: policyInForce(view) };
}

function findFigure({ figures, deals }: LedgerView, id: string): FigureFacts | null {
  const all = [figures, ...deals.map(({ amounts }) => amounts)];
  return all.flatMap((some) => some.filter((figure) => figure.id === id))[0] ?? null;
}

interface PickPlace {
  readonly figure: FigureFacts;
  readonly matter: MatterReport;
  readonly view: LedgerView;
}

/** The matter of a figure as it stands today. Throws ENTRY_MISSING and PICK_REFUSED. */
function matterToPickIn(ledger: ReadableLedger, figureId: string, today: string): PickPlace {
  const entityId = findLive(ledger, 'figure', figureId)?.['entity_id'];
  if (typeof entityId !== 'string') throw new PlumblineError('ENTRY_MISSING', [figureId]);
  const { view, study } = looked(ledger, { subjectId: entityId, asOf: today, knownAt: null });
  const figure = findFigure(view, figureId);
  const matter = matterReport(study, figureId);
  if (figure === null || matter === null) throw new PlumblineError('ENTRY_MISSING', [figureId]);
  const isClaim = matter.versions.some(({ id, difference }) => id === figureId && difference === null);
  if (matter.policies.length === 0 || !isClaim)
    throw new PlumblineError('PICK_REFUSED', ['No other version on file speaks of the same thing.']);
  return { figure, matter, view };
}

function statedIn({ versions }: MatterReport, figureId: string): string {
  return versions.find(({ id }) => id === figureId)?.stated ?? '';
}

/** Every pick on a version of the matter: the new one takes their place, so that ending it brings none of them back. */
function picksOn({ versions }: MatterReport, view: LedgerView): readonly string[] {
  const claims = new Set(versions.flatMap(({ id, difference }) => (difference === null ? [id] : [])));
  const placed = placedPicks(view).filter(({ matter }) => [...matter].some((id) => claims.has(id)));
  const direct = view.picks.filter(({ figureId }) => claims.has(figureId));
  return [...placed.map(({ pick }) => pick.id), ...direct.map(({ id }) => id)];
}

/** Stands in for a pick that is not recorded: later than all, and in force whatever the day. */
function proposedPick(figure: FigureFacts): PickFacts {
  return {
    id: '',
    version: 0,
    figureId: figure.id,
    entityId: figure.entityId,
    metric: figure.metric,
    dealId: figure.dealId,
    reviewer: '',
    reason: '',
    expiresOn: '9999-12-31',
    recordedAt: '0001-01-01T00:00:00.000Z',
    recordedSeq: Number.MAX_SAFE_INTEGER,
    figure,
  };
}
