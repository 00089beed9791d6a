import { type RestingMatter, restingMatters } from '../metrics/resting-figures.ts';
import type { Study } from '../metrics/study.ts';
import type { FigureFacts } from '../model/ledger-view.ts';
import { exactly } from '../quantities/interval.ts';
import type { Outcome, Reading, SignalDefinition } from './definition.ts';
import { claimInput } from './event-evidence.ts';
import type { Flag } from './flag.ts';
import { insufficient } from './outcome.ts';
import { nameOfMatter, namesOf, restingOn, scopeOfMatter } from './resting.ts';
import { countWords } from './words.ts';

export const singleSourcedFigure: SignalDefinition = {
  id: 'single-sourced-figure',
  name: 'Single-sourced figure',
  question: 'Which results hang on one origin?',
  pillar: 'evidence',
  family: 'evidence',
  formula:
    'independent origins behind a figure that other signals use, after following citations to their ends',
  method:
    'CFA standard V(A), reasonable basis; PCAOB AS 1105, evidence is stronger from independent and original sources.',
  falsePositives: [
    'A filing is enough alone: reliability A with credibility 1 or 2 is never flagged.',
    'Two documents may share an origin that neither names.',
  ],
  measures: [
    {
      id: null,
      name: 'Independent origins of a figure',
      unit: 'score',
      isLowerWorse: true,
      defaults: { watch: 2, warn: 1, critical: 1 },
      why: 'One origin is watch, or warn where it is of reliability D to F or a critical flag rests on it. None is critical.',
    },
  ],
  readsFlags: true,
  evaluate,
};

function evaluate(study: Study, flags: readonly Flag[]): readonly Reading[] {
  const users = restingOn(flags);
  const matters = restingMatters(study, new Set(users.keys()));
  if (matters.length === 0) return [insufficient(null, ['a figure on which a computed signal rests'])];
  return oneForEach(
    matters.map((matter) =>
      readingOf(
        matter,
        matter.used.flatMap(({ id }) => users.get(id) ?? []),
      ),
    ),
  );
}

/** A deal whose headline falls into several matters is shown once, at its fewest origins. */
function oneForEach(readings: readonly Reading[]): readonly Reading[] {
  const fewestFirst = readings.toSorted((a, b) => originsIn(a) - originsIn(b));
  const seen = new Map<string, Reading>();
  for (const reading of fewestFirst) {
    const key = reading.scope.kind === 'total' ? '' : reading.scope.id;
    if (!seen.has(key)) seen.set(key, reading);
  }
  return [...seen.values()];
}

function originsIn({ outcome }: Reading): number {
  return (outcome.state === 'ok' || outcome.state === 'ruled' ? outcome.measured?.lo : null) ?? 0;
}

function readingOf(matter: RestingMatter, users: readonly Flag[]): Reading {
  const { agreeing, used, origins } = matter;
  const place = { role: 'claim', name: nameOfMatter(matter) };
  const sources = new Set(agreeing.map(({ source }) => source.id)).size;
  return {
    measure: null,
    scope: scopeOfMatter(matter),
    outcome: outcomeOf(matter, users),
    workings: `${countWords(agreeing.length, 'claim')} in ${countWords(sources, 'document')}, from ${countWords(origins.length, 'independent origin')}`,
    inputs: () =>
      [...new Map([...used, ...agreeing].map((claim) => [claim.id, claim])).values()].map((claim) =>
        claimInput(claim, place, agreeing.length, {
          isUsed: true,
          note: used.includes(claim) ? 'Other signals rest on it.' : 'Agrees with it.',
        }),
      ),
    others: [],
    tags: [],
    notes: [
      `Rests on it: ${namesOf(users)}.`,
      ...(sources > origins.length ? ['Some of the documents rest on one another and count once.'] : []),
    ],
    nonBinding: null,
  };
}

function outcomeOf({ agreeing, used, origins }: RestingMatter, users: readonly Flag[]): Outcome {
  const measured = exactly(origins.length);
  if (used.every(isEnoughAlone)) return { state: 'ruled', severity: 'clear', measured };
  const isWeak = [...used, ...agreeing].every(({ source }) => ['D', 'E', 'F'].includes(source.reliability));
  const isCarrying = users.some(({ severity }) => severity === 'critical');
  if (origins.length === 1 && (isWeak || isCarrying)) return { state: 'ruled', severity: 'warn', measured };
  return { state: 'ok', measured };
}

function isEnoughAlone({ source, credibility }: FigureFacts): boolean {
  return source.reliability === 'A' && credibility <= 2;
}
