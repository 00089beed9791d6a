import { useAsk } from '#renderer/app/asking.ts';
import { useGoTo } from '#renderer/app/go-to.ts';
import { useMoment } from '#renderer/app/moment.ts';
import { useSubject } from '#renderer/app/subject.ts';
import { scopeText } from '#renderer/parts/evidence/flag-words.ts';
import { SeverityBadge } from '#renderer/parts/evidence/severity-badge.tsx';
import classes from './entry-panel.module.css';
import type { Entry } from './entry-type.ts';
import { flagsOn } from './flags-on.ts';

/** The signals of the company under review whose inputs rest on these words, gravest first. */
export function SignalsOn({ passage }: { readonly passage: Entry }) {
  const { subject } = useSubject();
  const goTo = useGoTo();
  const { data } = useAsk(
    'signals',
    'run',
    { subjectId: subject?.id ?? null, ...useMoment() },
    { enabled: subject !== null },
  );
  const flags = flagsOn(passage, data?.subjects[0]?.flags ?? []);
  if (flags.length === 0 || subject === null) return null;
  return (
    <section className={classes.section} aria-label="Signals that rest on it">
      <h3 className={classes.heading}>
        Signals of {subject.name} that rest on it ({flags.length})
      </h3>
      <ul className={classes.rests}>
        {flags.map((flag) => (
          <li key={`${flag.signal} ${flag.measure ?? ''} ${scopeText(flag)}`}>
            <button
              type="button"
              className={classes.rest}
              onClick={() => goTo('signals', { subject: subject.id })}
            >
              <SeverityBadge severity={flag.severity} />
              <span className={classes.restName}>
                {flag.name}, {scopeText(flag)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
