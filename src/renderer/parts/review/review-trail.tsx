import { useOpenEntry } from '#renderer/app/go-to.ts';
import { dayText, instantText } from '#renderer/app/numbers.ts';
import { severityLabel } from '#renderer/parts/evidence/severity-words.ts';
import type { ReviewStep } from '#shared/contract/dispositions.ts';
import classes from './review.module.css';
import { reasonText, stepDid } from './review-words.ts';

interface ReviewTrailProps {
  /** In the order of their recording. */
  readonly steps: readonly ReviewStep[];
}

/** Every step of a review, the last first; what was undone stays readable and says so. */
export function ReviewTrail({ steps }: ReviewTrailProps) {
  if (steps.length === 0) return null;
  return (
    <ol className={classes.trail} aria-label="Steps of the review, the last first" reversed>
      {steps.toReversed().map((step) => (
        <li
          key={`${step.id} ${step.seq}`}
          className={classes.step}
          data-undone={step.undoneAt !== null || undefined}
        >
          <p className={classes.stepHead}>
            <strong>{capital(stepDid(step.state))}</strong> by {step.author}, {instantText(step.recordedAt)}
          </p>
          <p className={classes.note}>{step.note}</p>
          <StepFacts step={step} />
        </li>
      ))}
    </ol>
  );
}

function StepFacts({ step }: { readonly step: ReviewStep }) {
  const { mitigant, reasonCode, reviewer, isSelfReviewed, severity, expiresOn, undoneAt, undoneBy } = step;
  const facts = [
    ...(undoneAt === null ? [] : [`Undone by ${undoneBy ?? 'someone'}, ${instantText(undoneAt)}`]),
    ...(mitigant === null ? [] : [`Mitigant: ${mitigant}`]),
    ...(reasonCode === null ? [] : [`Reason code: ${reasonText(reasonCode)}`]),
    ...(reviewer === null ? [] : [`Reviewer: ${reviewer}`]),
    ...(isSelfReviewed ? ['Self-reviewed'] : []),
    `Severity when decided: ${severityLabel(severity).toLowerCase()}`,
    ...(expiresOn === null ? [] : [`Holds until ${dayText(expiresOn)}`]),
  ];
  return (
    <>
      <p className={classes.dim}>{facts.join(' · ')}</p>
      <EvidenceLinks evidence={step.evidence} />
    </>
  );
}

function EvidenceLinks({ evidence }: Pick<ReviewStep, 'evidence'>) {
  const openEntry = useOpenEntry();
  if (evidence.length === 0) return null;
  return (
    <ul className={classes.evidence} aria-label="Evidence">
      {evidence.map(({ id, name }) => (
        <li key={id}>
          <button type="button" className={classes.link} onClick={() => openEntry(id)}>
            {name}
          </button>
        </li>
      ))}
    </ul>
  );
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
