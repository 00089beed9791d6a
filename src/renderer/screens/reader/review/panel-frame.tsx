import type { ReactNode } from 'react';
import classes from './review-panel.module.css';

interface PanelFrameProps {
  readonly kicker: ReactNode;
  readonly title: string;
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}

/** Head, what is to be read, and what can be decided, which always stays in sight. */
export function PanelFrame({ kicker, title, foot, children }: PanelFrameProps) {
  return (
    <>
      <header className={classes.head}>
        <p className={classes.kicker}>{kicker}</p>
        <h2 className={classes.title}>{title.length > 280 ? `${title.slice(0, 278).trimEnd()} …` : title}</h2>
      </header>
      <div className={classes.body}>{children}</div>
      {foot === undefined ? null : <footer className={classes.foot}>{foot}</footer>}
    </>
  );
}
