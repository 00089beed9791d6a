import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useId, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { useShownEntry } from './go-to.ts';
import classes from './side-panel.module.css';

/** The region at the right that follows the selection. Screens fill it; the layout gives it a place. */
const listeners = new Set<() => void>();
let region: HTMLElement | null = null;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function adopt(element: HTMLElement | null): void {
  region = element;
  for (const listener of listeners) listener();
}

/** Where the layout wants the panel to appear. */
export function SidePanelRegion() {
  return <div ref={adopt} className={classes.region} />;
}

interface SidePanelProps {
  readonly title: ReactNode;
  /** Small line above the title: what kind of thing is shown. */
  readonly kicker?: string;
  readonly onClose: () => void;
  readonly actions?: ReactNode;
  /** The entry panel lies over what a screen shows there; closing it brings that back. */
  readonly isEntry?: boolean;
  readonly children: ReactNode;
}

/** Shows its children in the region at the right for as long as it is mounted; Esc inside it closes it. */
export function SidePanel({ title, kicker, onClose, actions, isEntry = false, children }: SidePanelProps) {
  const place = useSyncExternalStore(subscribe, () => region);
  const titleId = useId();
  useEscape(place, onClose);
  const isCovered = useShownEntry() !== null && !isEntry;
  if (place === null || isCovered) return null;
  return createPortal(
    <aside className={classes.panel} aria-labelledby={titleId}>
      <header className={classes.head}>
        <div className={classes.titles}>
          {kicker === undefined ? null : <p className={classes.kicker}>{kicker}</p>}
          <h2 id={titleId} className={classes.title}>
            {title}
          </h2>
        </div>
        <ActionIcon variant="subtle" color="gray" aria-label="Close the panel" onClick={onClose}>
          <IconX size={18} />
        </ActionIcon>
      </header>
      {actions === undefined ? null : <div className={classes.actions}>{actions}</div>}
      <div className={classes.body}>{children}</div>
    </aside>,
    place,
  );
}

function useEscape(place: HTMLElement | null, onClose: () => void): void {
  useEffect(() => {
    if (place === null) return;
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      onClose();
      document.getElementById('screen')?.focus();
    };
    place.addEventListener('keydown', close);
    return () => place.removeEventListener('keydown', close);
  }, [place, onClose]);
}
