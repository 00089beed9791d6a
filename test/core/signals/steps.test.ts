import { expect, it } from 'vitest';
import { signalRegistry } from '#core/signals/registry.ts';
import { runInSteps, runSignals } from '#core/signals/run.ts';
import { caseView, openai } from '../case-view.ts';

const run = { view: caseView, subjectIds: [openai.id], sets: [], signals: signalRegistry };

it('stops once before a subject and after each of its signals, and finds what a run at once finds', () => {
  const steps = runInSteps(run);
  let stops = 0;
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) stops += 1;
  expect(stops).toBe(1 + signalRegistry.length);
  expect(JSON.stringify(step.value)).toBe(JSON.stringify(runSignals(run)));
});
