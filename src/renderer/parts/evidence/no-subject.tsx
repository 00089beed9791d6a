import { Button } from '@mantine/core';
import { useGoTo } from '#renderer/app/go-to.ts';
import { useChooseMoment, useMoment } from '#renderer/app/moment.ts';
import classes from './no-subject.module.css';

interface NoSubjectProps {
  readonly what: string;
}

/** Shown while no entity is under review: what to do to see something here. */
export function NoSubject({ what }: NoSubjectProps) {
  const goTo = useGoTo();
  const moment = useMoment();
  const choose = useChooseMoment();
  if (moment.knownAt !== null)
    return (
      <section className={classes.empty}>
        <h2 className={classes.title}>No entity was under review at that time</h2>
        <p>{what} speaks of one entity, and none had been marked as under review by then.</p>
        <div className={classes.buttons}>
          <Button onClick={() => choose({ ...moment, knownAt: null })}>Show all that is known now</Button>
        </div>
      </section>
    );
  return (
    <section className={classes.empty}>
      <h2 className={classes.title}>No entity is under review yet</h2>
      <p>{what} speaks of one entity: the company whose deals and figures you examine.</p>
      <ol>
        <li>Open the entities and add the company, or choose one that is there.</li>
        <li>Set “Under review” to yes.</li>
        <li>Add its deals and at least one figure of its revenue, each with its source.</li>
      </ol>
      <div className={classes.buttons}>
        <Button onClick={() => goTo('entities')}>Open entities</Button>
        <Button variant="default" onClick={() => goTo('deals')}>
          Open deals
        </Button>
      </div>
    </section>
  );
}
