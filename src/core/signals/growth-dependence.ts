import { exposureOf } from '../metrics/exposure.ts';
import { revenuePath } from '../metrics/revenue-path.ts';
import type { Study } from '../metrics/study.ts';
import type { Measure, Reading, SignalDefinition } from './definition.ts';
import { uncountedInputs } from './evidence.ts';
import { requiredGrowth } from './growth-required.ts';
import { statedGrowth } from './growth-stated.ts';
import { insufficient } from './outcome.ts';

const WHY =
  'Of firms with sales of USD 1.25bn to 2bn, 3 % grew by a fifth a year for ten years, and none that began at 50bn; 45 % is the top class of the Credit Suisse base rates; 100 % doubles every year.';
const DEFAULTS = { watch: 0.2, warn: 0.45, critical: 1 };

export const STATED: Measure = {
  id: 'stated',
  name: 'Growth that the projection states',
  unit: 'share',
  isLowerWorse: false,
  defaults: DEFAULTS,
  why: WHY,
};

export const REQUIRED: Measure = {
  id: 'required',
  name: 'Growth that the commitments need',
  unit: 'share',
  isLowerWorse: false,
  defaults: DEFAULTS,
  why: WHY,
};

export const growthDependence: SignalDefinition = {
  id: 'growth-dependence',
  name: 'Growth dependence',
  question: 'What growth do the promises assume, and who has ever done it?',
  pillar: 'funding',
  family: 'growth',
  formula:
    'stated: (later revenue / present revenue)^(1 / years) - 1; required: the growth a year at which the revenue of all years of the commitments pays for them',
  method:
    'Compound growth a year against the Base Rate Book of Credit Suisse; the required growth is found by bisection, all revenue going to commitments.',
  falsePositives: [
    'Growth from a small base is large.',
    'Acquisitions add revenue that nobody grew.',
    'A run rate as the start takes growth to come for granted.',
  ],
  measures: [STATED, REQUIRED],
  evaluate,
};

function evaluate(study: Study): readonly Reading[] {
  const exposure = exposureOf(study);
  const path = revenuePath(study);
  if (path === null) {
    const inputs = () => uncountedInputs(exposure.commitments);
    return [STATED, REQUIRED].map(({ id }) =>
      insufficient(id, ['annual revenue of a present or past year'], inputs),
    );
  }
  return [statedGrowth(study, path), requiredGrowth(study, exposure, path)];
}
