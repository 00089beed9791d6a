import { Button, Progress, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { TRIALS, USUAL_SEED } from '#core/scenario/monte-carlo.ts';
import { inputLabel } from '#core/scenario/simulation-words.ts';
import { Failure } from '#renderer/app/failure.tsx';
import type { Asked } from '#renderer/client.ts';
import type { SimulationPlan } from '#shared/contract/simulation.ts';
import classes from './simulation.module.css';
import { openInputs, problemsOf, readDraft, type SimulationDraft } from './simulation-draft.ts';
import { SimulationResult } from './simulation-result.tsx';
import { useSimulation } from './use-simulation.ts';

interface SimulationFormProps {
  readonly plan: SimulationPlan;
  readonly question: Asked<'simulation', 'plan'>;
}

const START: SimulationDraft = {
  caps: {},
  trials: TRIALS.usual.toLocaleString('en'),
  seed: String(USUAL_SEED),
};

/** What is still needed, the button, how far it is, and what came out. */
export function SimulationForm({ plan, question }: SimulationFormProps) {
  const { state, start, cancel } = useSimulation();
  const [draft, setDraft] = useState(START);
  const [isTried, setIsTried] = useState(false);
  const problems = problemsOf(draft, plan.inputs);
  if (plan.isExact) return <p className={classes.dim}>{EXACT}</p>;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (Object.keys(problems).length > 0) return;
    void start({ ...question, ...readDraft(draft, plan.inputs) });
  };
  return (
    <>
      <p className={classes.dim}>{introOf(plan)}</p>
      <form className={classes.form} onSubmit={submit} noValidate>
        <Caps plan={plan} draft={draft} problems={isTried ? problems : {}} onChange={setDraft} />
        <More draft={draft} problems={problems} onChange={setDraft} />
        <Button type="submit" variant="default" disabled={state.kind === 'running'}>
          {state.kind === 'done' ? 'Simulate again' : 'Simulate'}
        </Button>
      </form>
      {state.kind === 'running' ? <Running fraction={state.fraction} onCancel={cancel} /> : null}
      {state.kind === 'failed' ? <Failure error={state.error} /> : null}
      <div aria-live="polite">
        {state.kind === 'done' ? <SimulationResult report={state.report} /> : null}
      </div>
    </>
  );
}

const EXACT =
  'These figures are all exact, so every trial would give the same. Choose other figures above, such as the range of all but the weakest sources, to see how far they leave it open.';

function introOf({ inputs }: SimulationPlan): string {
  const open = openInputs(inputs).length;
  if (open === 0) return 'Draws every figure at random within its range, again and again, and counts.';
  return `Draws every figure at random within its range, again and again, and counts. ${open === 1 ? 'One figure has' : `${open} figures have`} no upper end on file: say how high ${open === 1 ? 'it' : 'each'} may be.`;
}

interface FieldsProps {
  readonly draft: SimulationDraft;
  readonly problems: Readonly<Record<string, string>>;
  readonly onChange: (draft: SimulationDraft) => void;
}

function Caps({ plan, draft, problems, onChange }: FieldsProps & Pick<SimulationFormProps, 'plan'>) {
  return openInputs(plan.inputs).map(({ id, words, ...input }) => (
    <TextInput
      key={id}
      size="xs"
      label={`Upper end of ${inputLabel(input)}`}
      description={`On file: ${words}.`}
      placeholder="e.g. 750bn"
      value={draft.caps[id] ?? ''}
      error={problems[id]}
      onChange={({ currentTarget }) =>
        onChange({ ...draft, caps: { ...draft.caps, [id]: currentTarget.value } })
      }
    />
  ));
}

function More({ draft, problems, onChange }: FieldsProps) {
  return (
    <details className={classes.more} open={'trials' in problems || 'seed' in problems || undefined}>
      <summary>More</summary>
      <div className={classes.pair}>
        <TextInput
          size="xs"
          label="Trials"
          value={draft.trials}
          error={problems['trials']}
          onChange={({ currentTarget }) => onChange({ ...draft, trials: currentTarget.value })}
        />
        <TextInput
          size="xs"
          label="Seed"
          value={draft.seed}
          error={problems['seed']}
          onChange={({ currentTarget }) => onChange({ ...draft, seed: currentTarget.value })}
        />
      </div>
    </details>
  );
}

interface RunningProps {
  readonly fraction: number;
  readonly onCancel: () => void;
}

function Running({ fraction, onCancel }: RunningProps) {
  return (
    <div className={classes.running}>
      <Progress value={fraction * 100} size="sm" aria-label="Simulation" />
      <Button variant="subtle" size="compact-xs" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  );
}
