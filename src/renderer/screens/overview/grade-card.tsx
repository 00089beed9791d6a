import { useState } from 'react';
import type { Flag } from '#core/signals/flag.ts';
import { flagId, scopeText } from '#renderer/parts/evidence/flag-words.ts';
import { SeverityBadge } from '#renderer/parts/evidence/severity-badge.tsx';
import type { FlagReviews } from '#renderer/parts/review/flag-reviews.ts';
import { groupOfReview, reviewLabel } from '#renderer/parts/review/review-words.ts';
import type { Review } from '#shared/contract/dispositions.ts';
import type { CompanyGradeReport } from '#shared/contract/signals.ts';
import classes from './grade-card.module.css';

interface GradeCardProps {
  readonly grade: CompanyGradeReport;
  /** In the order in which the grade names their places. */
  readonly flags: readonly Flag[];
  readonly reviews: FlagReviews;
  readonly onOpen: (flag: Flag) => void;
}

const MEANINGS: Readonly<Record<CompanyGradeReport['grade'], string>> = {
  A: 'No concern stands out',
  B: 'Single concerns',
  C: 'Several concerns',
  D: 'A critical concern',
  E: 'Critical concerns of several kinds',
  U: 'Unrated: too little is known',
};

/** Families named before the rest is asked for. */
const SHOWN = 6;

/** The grade of the company, the rule behind it in a sentence, and the flags without which it would be another. */
export function GradeCard({ grade, flags, reviews, onOpen }: GradeCardProps) {
  const [isWhole, setWhole] = useState(false);
  const deciding = onePerPillarFirst(grade.deciding).flatMap(({ family, severity, places }) => {
    const flag = flags[places[0] ?? -1];
    return flag === undefined ? [] : [{ family, severity, flag, others: places.length - 1 }];
  });
  const shown = isWhole ? deciding : deciding.slice(0, SHOWN);
  return (
    <section className={classes.card} aria-label="Risk grade">
      <p className={classes.letter} data-grade={grade.grade}>
        <span className={classes.word}>Grade</span>
        {grade.grade}
      </p>
      <div className={classes.body}>
        <p className={classes.meaning}>{MEANINGS[grade.grade]}</p>
        <p className={classes.why}>{grade.why}</p>
        {grade.withoutDispositions === grade.grade ? null : (
          <p className={classes.why}>
            Without what was decided in reviews it would be <strong>{grade.withoutDispositions}</strong>.
          </p>
        )}
        {shown.length === 0 ? null : (
          <ul className={classes.deciding} aria-label="Flags that decide the grade">
            {shown.map(({ family, severity, flag, others }) => (
              <li key={family}>
                <button
                  type="button"
                  className={classes.flag}
                  onClick={() => onOpen(flag)}
                  data-flag={flagId(flag)}
                >
                  <SeverityBadge severity={flag.severity} />
                  <span className={classes.name}>
                    {flag.name}
                    <span className={classes.scope}>
                      {scopeText(flag)}
                      {others === 0 ? '' : `, and ${others} more`}
                      {severity === flag.severity
                        ? ''
                        : `; ${reviewText(reviews.get(flagId(flag)))}, counts as ${severity}`}
                    </span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )}
        {deciding.length > SHOWN ? (
          <button
            type="button"
            className={classes.more}
            onClick={() => setWhole(!isWhole)}
            aria-expanded={isWhole}
          >
            {isWhole ? 'Show fewer' : `Show all ${deciding.length} that decide it`}
          </button>
        ) : null}
      </div>
    </section>
  );
}

function reviewText(review: Review | undefined): string {
  return review === undefined ? 'reviewed' : reviewLabel(groupOfReview(review)).toLowerCase();
}

/** Each kind of concern once before any a second time, so that the first lines show how wide the trouble is. */
function onePerPillarFirst(families: CompanyGradeReport['deciding']): CompanyGradeReport['deciding'] {
  const isFirst = families.map(
    ({ pillar }, at) => families.findIndex((other) => other.pillar === pillar) === at,
  );
  return [...families.filter((_, at) => isFirst[at]), ...families.filter((_, at) => !isFirst[at])];
}
