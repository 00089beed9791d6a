import type { Severity } from '#core/signals/flag.ts';

/**
 * Colours of charts, read from the tokens of the page, so that canvas and page never differ.
 * Law: the three severities that are no verdict share one neutral tone and never take that of `clear`.
 */
export type ToneId = 'critical' | 'warn' | 'watch' | 'clear' | 'neutral' | 'accent';

interface Tone {
  readonly solid: string;
  readonly soft: string;
}

export interface Palette {
  readonly tones: Readonly<Record<ToneId, Tone>>;
  readonly page: string;
  readonly text: string;
  readonly dim: string;
  readonly line: string;
  readonly strongLine: string;
  readonly font: string;
}

const TOKENS: Readonly<Record<ToneId, readonly [solid: string, soft: string]>> = {
  critical: ['--pl-critical', '--pl-critical-soft'],
  warn: ['--pl-warn', '--pl-warn-soft'],
  watch: ['--pl-watch', '--pl-watch-soft'],
  clear: ['--pl-clear', '--pl-clear-soft'],
  neutral: ['--pl-unknown', '--pl-unknown-soft'],
  accent: ['--pl-series-1', '--pl-accent-soft'],
};

/** `token` gives the text of a custom property, e.g. `#b3261e` for `--pl-critical`. */
export function paletteOf(token: (name: string) => string): Palette {
  const tone = (id: ToneId): Tone => ({ solid: token(TOKENS[id][0]), soft: token(TOKENS[id][1]) });
  return {
    tones: {
      critical: tone('critical'),
      warn: tone('warn'),
      watch: tone('watch'),
      clear: tone('clear'),
      neutral: tone('neutral'),
      accent: tone('accent'),
    },
    page: token('--pl-surface'),
    text: token('--pl-text'),
    dim: token('--pl-text-dim'),
    line: token('--pl-line'),
    strongLine: token('--pl-line-strong'),
    font: token('--mantine-font-family'),
  };
}

export function toneOf(severity: Severity): ToneId {
  switch (severity) {
    case 'critical':
    case 'warn':
    case 'watch':
    case 'clear':
      return severity;
    default:
      return 'neutral';
  }
}
