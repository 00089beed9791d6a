import { Select } from '@mantine/core';
import { useState } from 'react';
import { POLICIES, POLICY_WORDS } from '#core/figures/policy.ts';
import type { Flag } from '#core/signals/flag.ts';
import { useAsk } from '#renderer/app/asking.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { useMoment } from '#renderer/app/moment.ts';
import classes from './simulation.module.css';
import { SimulationForm } from './simulation-form.tsx';

interface SimulationSectionProps {
  readonly flag: Flag;
}

/** How often a flag's number passes its thresholds once its figures are drawn within their ranges. */
export function SimulationSection({ flag }: SimulationSectionProps) {
  const { subjectId, signal, measure, scope } = flag;
  const [policy, setPolicy] = useState<string | null>(null);
  const scopeId = scope.kind === 'total' ? null : scope.id;
  const question = { subjectId, signal, measure, scopeId, policy, ...useMoment() };
  const { data: plan, error } = useAsk('simulation', 'plan', question);
  const isHopeless = plan !== undefined && plan.obstacle !== null && policy === null;
  return (
    <section className={classes.section}>
      <h3 className={classes.heading}>How likely</h3>
      {error === null ? null : <Failure error={error} />}
      {plan === undefined || isHopeless ? null : (
        <PolicyField inForce={flag.policy} policy={policy} onChange={setPolicy} />
      )}
      {plan === undefined ? null : plan.obstacle !== null ? (
        <p className={classes.dim}>{plan.obstacle}</p>
      ) : (
        <SimulationForm key={JSON.stringify(question)} plan={plan} question={question} />
      )}
    </section>
  );
}

interface PolicyFieldProps {
  readonly inForce: string;
  readonly policy: string | null;
  readonly onChange: (policy: string | null) => void;
}

/** Where sources disagree: the figures of the card, or those of another policy, of which the range of all is widest. */
function PolicyField({ inForce, policy, onChange }: PolicyFieldProps) {
  const label = POLICY_WORDS.find(({ id }) => id === inForce)?.label ?? inForce;
  const others = POLICIES.filter(({ id }) => id !== inForce);
  return (
    <Select
      label="Figures"
      size="xs"
      allowDeselect={false}
      value={policy ?? inForce}
      onChange={(chosen) => onChange(chosen === inForce ? null : chosen)}
      data={[
        { value: inForce, label: `As on this card: ${label}` },
        ...others.map((other) => ({ value: other.id, label: other.label })),
      ]}
    />
  );
}
