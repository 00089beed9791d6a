import { Slider } from '@mantine/core';
import { useState } from 'react';
import { knownText } from './moment-words.ts';
import { instantAt, type Stop, stopAt } from './stops.ts';
import classes from './time.module.css';

interface CommitSliderProps {
  /** Oldest first. */
  readonly stops: readonly Stop[];
  readonly knownAt: string | null;
  readonly choose: (knownAt: string | null) => void;
}

/** The changes of the history as a line: each place is the ledger as it stood right after one of them. */
export function CommitSlider({ stops, knownAt, choose }: CommitSliderProps) {
  const [held, setHeld] = useState<number | null>(null);
  if (stops.length < 2) return null;
  const shown = held ?? Math.max(0, stopAt(stops, knownAt));
  return (
    <div className={classes.line}>
      <Slider
        min={0}
        max={stops.length - 1}
        value={shown}
        label={null}
        thumbLabel="Changes of the ledger"
        thumbValueText={(index) => stopText(stops, index)}
        onChange={setHeld}
        onChangeEnd={(index) => {
          setHeld(null);
          choose(instantAt(stops, index));
        }}
      />
      <p className={classes.stop} aria-hidden>
        {stopText(stops, shown)}
      </p>
    </div>
  );
}

function stopText(stops: readonly Stop[], index: number): string {
  const stop = stops[index];
  if (stop === undefined) return '';
  const when = index === stops.length - 1 ? 'now' : knownText(stop.at);
  return `After change ${stop.seq}, ${when}: ${stop.summary}`;
}
