/**
 * When browser mode ends by itself (SECURITY R56): nobody asked anything for half an hour, or every tab is gone. A hidden
 * tab is let beat slowly, because browsers hold its timers back to one a minute.
 */
export interface Presence {
  /** A call of an admitted window. */
  readonly asked: () => void;
  /** A tab says that it is there. */
  readonly beat: (isHidden: boolean) => void;
}

export interface IdleWatch extends Presence {
  readonly stop: () => void;
}

export interface IdleOptions {
  /** Milliseconds of a clock that only goes forward. */
  readonly clock: () => number;
  /** Work that nobody watches still counts: a long export is not cut off. */
  readonly isBusy: () => boolean;
  readonly onIdle: () => void;
}

const QUIET_MS = 30 * 60_000;
const LOST_MS = 60_000;
const LOST_HIDDEN_MS = 180_000;
const LOOK_EVERY_MS = 5_000;

/** A host that stays open until it is told to end. */
export const ALWAYS_PRESENT: Presence = { asked: () => undefined, beat: () => undefined };

export function watchIdle({ clock, isBusy, onIdle }: IdleOptions): IdleWatch {
  let quietAt = clock() + QUIET_MS;
  let lostAt = Number.POSITIVE_INFINITY;
  let lookedAt = clock();

  const timer = setInterval(() => {
    const at = clock();
    const asleepMs = at - lookedAt - LOOK_EVERY_MS;
    lookedAt = at;
    if (asleepMs > LOOK_EVERY_MS) {
      // The machine slept: the tabs slept with it and get the time back.
      quietAt += asleepMs;
      lostAt += asleepMs;
    }
    if (isBusy() || (at < quietAt && at < lostAt)) return;
    clearInterval(timer);
    onIdle();
  }, LOOK_EVERY_MS);

  return {
    asked: () => {
      quietAt = clock() + QUIET_MS;
    },
    beat: (isHidden) => {
      const at = clock() + (isHidden ? LOST_HIDDEN_MS : LOST_MS);
      lostAt = lostAt === Number.POSITIVE_INFINITY ? at : Math.max(lostAt, at);
    },
    stop: () => clearInterval(timer),
  };
}
