import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { isPast, useChooseMoment, useMoment } from '#renderer/app/moment.ts';
import { bannerText } from './moment-words.ts';
import classes from './time.module.css';

/** Over every screen of the past, so that no number of then is taken for one of now. */
export function PastBanner() {
  const moment = useMoment();
  const choose = useChooseMoment();
  if (!isPast(moment)) return null;
  return (
    <section className={classes.banner} aria-label="You see another time">
      <IconHistory size={17} aria-hidden />
      <p className={classes.bannerText} role="status">
        {bannerText(moment)}
      </p>
      <Button size="compact-sm" variant="default" onClick={() => choose({ asOf: null, knownAt: null })}>
        Back to now
      </Button>
    </section>
  );
}
