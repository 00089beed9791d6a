import { useMemo, useSyncExternalStore } from 'react';
import { type Palette, paletteOf } from './palette.ts';

const SCHEME = 'data-mantine-color-scheme';

function subscribe(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: [SCHEME] });
  return () => observer.disconnect();
}

function shownScheme(): string {
  return document.documentElement.getAttribute(SCHEME) ?? 'light';
}

/** The palette of the scheme on screen; new when the scheme changes, after the page has taken its colours. */
export function usePagePalette(): Palette {
  const scheme = useSyncExternalStore(subscribe, shownScheme);
  return useMemo(() => readPalette(scheme), [scheme]);
}

/** The scheme only says when to read again: the colours stand in the style of the page. */
function readPalette(_scheme: string): Palette {
  const style = getComputedStyle(document.documentElement);
  return paletteOf((name) => style.getPropertyValue(name).trim());
}
