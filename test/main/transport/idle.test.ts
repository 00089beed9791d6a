import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type IdleWatch, watchIdle } from '#main/transport/idle.ts';

const MINUTE = 60_000;
let ended: number;
let isBusy: boolean;
let asleepMs: number;
let watch: IdleWatch;

beforeEach(() => {
  vi.useFakeTimers();
  ended = 0;
  isBusy = false;
  asleepMs = 0;
  watch = watchIdle({
    clock: () => Date.now() + asleepMs,
    isBusy: () => isBusy,
    onIdle: () => {
      ended += 1;
    },
  });
});
afterEach(() => {
  watch.stop();
  vi.useRealTimers();
});

describe('browser mode ends', () => {
  test('after half an hour without a call, once', () => {
    vi.advanceTimersByTime(30 * MINUTE - 1);
    expect(ended).toBe(0);
    vi.advanceTimersByTime(60 * MINUTE);
    expect(ended).toBe(1);
  });

  test('a minute after the last beat of the last tab in sight', () => {
    watch.beat(false);
    vi.advanceTimersByTime(59_000);
    expect(ended).toBe(0);
    vi.advanceTimersByTime(6_000);
    expect(ended).toBe(1);
  });
});

describe('browser mode stays', () => {
  test('before any tab has come', () => {
    vi.advanceTimersByTime(10 * MINUTE);
    expect(ended).toBe(0);
  });

  test('while calls come', () => {
    for (let time = 0; time < 10; time += 1) {
      vi.advanceTimersByTime(20 * MINUTE);
      watch.asked();
    }
    expect(ended).toBe(0);
  });

  test('while a hidden tab beats once a minute', () => {
    for (let time = 0; time < 20; time += 1) {
      watch.beat(true);
      vi.advanceTimersByTime(MINUTE);
    }
    expect(ended).toBe(0);
  });

  test('for the slower of two tabs', () => {
    watch.beat(true);
    watch.beat(false);
    vi.advanceTimersByTime(2 * MINUTE);
    expect(ended).toBe(0);
  });

  test('while a job runs that nobody watches', () => {
    isBusy = true;
    watch.beat(false);
    vi.advanceTimersByTime(40 * MINUTE);
    expect(ended).toBe(0);
    isBusy = false;
    vi.advanceTimersByTime(5_000);
    expect(ended).toBe(1);
  });

  test('when the machine wakes up after a night', () => {
    watch.beat(false);
    asleepMs = 8 * 60 * MINUTE;
    vi.advanceTimersByTime(10_000);
    expect(ended).toBe(0);
    vi.advanceTimersByTime(2 * MINUTE);
    expect(ended).toBe(1);
  });
});
