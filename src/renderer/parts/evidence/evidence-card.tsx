import type { ReactNode } from 'react';
import type { Alternative, Flag, FlagInput } from '#core/signals/flag.ts';
import { CardTables } from './card-tables.tsx';
import classes from './evidence-card.module.css';
import type { CardContext } from './flag-text.ts';
import { certaintyText, flagId, originText, verdictText } from './flag-words.ts';
import { InputList } from './input-list.tsx';
import { OverTimeSection } from './over-time.tsx';
import { policyText } from './policy-words.ts';
import { headlineText, intervalText, quantityText, rangeText, unbroken } from './quantity-text.ts';
import { SeverityBadge } from './severity-badge.tsx';
import { isLowerWorse, severityMeaning } from './severity-words.ts';
import { SimulationSection } from './simulation/simulation-section.tsx';
import { tagText } from './tag-words.ts';
import { ThresholdStrip } from './threshold-strip.tsx';

interface EvidenceCardProps {
  readonly flag: Flag;
  readonly context: CardContext;
  /** Stands between the verdict and how it came about. */
  readonly review?: ReactNode;
}

/** Everything of one flag: a reader can work it out again by hand from this card alone. */
export function EvidenceCard({ flag, context, review }: EvidenceCardProps) {
  return (
    <div className={classes.card}>
      {context.question === '' ? null : <p className={classes.question}>{context.question}</p>}
      <Verdict flag={flag} />
      {review}
      <Lines title="What is missing" lines={flag.missing} />
      <Section title="How it is worked out">
        <p className={classes.formula}>{flag.formula}</p>
        {flag.workings === '' ? null : <p className={classes.workings}>{flag.workings}</p>}
        <p className={classes.dim}>Choice of figures: {policyText(flag.policy)}</p>
      </Section>
      <CardTables tables={flag.tables} />
      <OverTimeSection key={`over time of ${flagId(flag)}`} flag={flag} />
      <ThresholdSection flag={flag} context={context} />
      {flag.state === 'ok' ? <SimulationSection key={`chance of ${flagId(flag)}`} flag={flag} /> : null}
      <Inputs inputs={flag.inputs.filter(({ isUsed }) => isUsed)} />
      <LeftOut inputs={flag.inputs.filter(({ isUsed }) => !isUsed)} />
      {flag.alternatives.length === 0 ? null : (
        <Section title="On other figures">
          <Alternatives alternatives={flag.alternatives} unit={flag.unit} />
        </Section>
      )}
      <Lines title="Bear in mind" lines={flag.tags.map(tagText)} />
      {flag.note === '' ? null : (
        <Section title="Note">
          <p className={classes.text}>{flag.note}</p>
        </Section>
      )}
      <Section title="Worked out">
        <p className={classes.text}>{context.moment}</p>
      </Section>
    </div>
  );
}

interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

function Section({ title, children }: SectionProps) {
  return (
    <section className={classes.section}>
      <h3 className={classes.heading}>{title}</h3>
      {children}
    </section>
  );
}

interface LinesProps {
  readonly title: string;
  readonly lines: readonly string[];
}

function Lines({ title, lines }: LinesProps) {
  if (lines.length === 0) return null;
  return (
    <Section title={title}>
      <ul className={classes.lines}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Section>
  );
}

interface InputsProps {
  readonly inputs: readonly FlagInput[];
}

function Inputs({ inputs }: InputsProps) {
  if (inputs.length === 0) return null;
  return (
    <Section title={`Inputs (${inputs.length})`}>
      <InputList inputs={inputs} />
    </Section>
  );
}

/** Often longer than what was used, so it opens on demand. */
function LeftOut({ inputs }: InputsProps) {
  if (inputs.length === 0) return null;
  return (
    <details className={classes.leftOut}>
      <summary>
        <h3 className={classes.heading}>Left out, and why ({inputs.length})</h3>
      </summary>
      <InputList inputs={inputs} />
    </details>
  );
}

function Verdict({ flag }: { readonly flag: Flag }) {
  const range = rangeText(flag.value, flag.unit);
  const certainty = certaintyText(flag);
  return (
    <div className={classes.verdict}>
      <div className={classes.verdictHead}>
        {flag.value === null ? null : (
          <span className={classes.amount} title={headlineText(flag.value, flag.unit, { isFull: true })}>
            {verdictText(flag)}
          </span>
        )}
        <SeverityBadge severity={flag.severity} isLarge />
      </div>
      {range === null ? null : <p className={classes.range}>Range {range}</p>}
      <p className={classes.text}>{certainty ?? severityMeaning(flag.severity)}</p>
      <ThresholdStrip flag={flag} />
    </div>
  );
}

function ThresholdSection({ flag: { thresholds, unit }, context: { why, thresholdsBy } }: EvidenceCardProps) {
  const side = isLowerWorse(thresholds) ? 'below' : 'above';
  const reason = thresholds.reason ?? (thresholds.origin === 'default' ? why : '');
  return (
    <Section title="Thresholds">
      <dl className={classes.steps}>
        {(['watch', 'warn', 'critical'] as const).map((step) => (
          <div key={step} className={classes.step}>
            <dt>
              <SeverityBadge severity={step} />
            </dt>
            <dd>
              {side} {quantityText(thresholds[step], unit)}
            </dd>
          </div>
        ))}
      </dl>
      <p className={classes.text}>
        <strong>{originText(thresholds.origin)}</strong>
        {thresholdsBy === null ? '.' : ` by ${thresholdsBy}.`} {reason}
      </p>
    </Section>
  );
}

interface AlternativesProps {
  readonly alternatives: readonly Alternative[];
  readonly unit: string;
}

function Alternatives({ alternatives, unit }: AlternativesProps) {
  return (
    <table className={classes.alternatives}>
      <thead className="pl-unseen">
        <tr>
          <th scope="col">Figures</th>
          <th scope="col">Value</th>
          <th scope="col">Severity</th>
        </tr>
      </thead>
      <tbody>
        {alternatives.map(({ label, value, severity, note }) => (
          <tr key={`${label} ${note ?? ''}`}>
            <th scope="row">
              {label}
              {note === null || note === '' ? null : <span className={classes.dim}>{note}</span>}
            </th>
            <td>{value === null ? '' : unbroken(intervalText(value, unit))}</td>
            <td>
              <SeverityBadge severity={severity} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
