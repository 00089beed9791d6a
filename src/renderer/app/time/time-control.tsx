import { Button, Popover } from '@mantine/core';
import { IconClock, IconHistory } from '@tabler/icons-react';
import { isPast, useMoment } from '#renderer/app/moment.ts';
import { momentLabel } from './moment-words.ts';
import classes from './time.module.css';
import { TIME_TITLE, TimeForm } from './time-form.tsx';
import { showTime, useTimeShown } from './time-shown.ts';

/** The moment that every screen is read at: a button that says it, and what it can be set to. */
export function TimeControl() {
  const moment = useMoment();
  const isOpen = useTimeShown();
  const past = isPast(moment);
  const label = momentLabel(moment);
  return (
    <Popover
      opened={isOpen}
      onChange={showTime}
      position="bottom-end"
      width={420}
      shadow="md"
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <Button
          variant="default"
          className={classes.button}
          data-past={past || undefined}
          leftSection={past ? <IconHistory size={15} /> : <IconClock size={15} />}
          aria-label={`Time: ${label} (${past ? 'then' : 'now'})`}
          title={label}
          onClick={() => showTime(!isOpen)}
        >
          <span className={classes.long}>{label}</span>
          <span className={classes.short}>{past ? 'Then' : 'Now'}</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-labelledby={TIME_TITLE} className={classes.dropdown}>
        <TimeForm />
      </Popover.Dropdown>
    </Popover>
  );
}
