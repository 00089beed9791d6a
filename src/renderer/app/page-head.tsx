import type { ReactNode } from 'react';
import classes from './page-head.module.css';

interface PageHeadProps {
  readonly title: string;
  /** What the screen holds, in half a line; beside the title. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** The line at the top of a screen: its title, what it holds, what can be done. */
export function PageHead({ title, children, actions }: PageHeadProps) {
  return (
    <header className={classes.head}>
      <h1 className={classes.title}>{title}</h1>
      <div className={classes.about}>{children}</div>
      <div className={classes.actions}>{actions}</div>
    </header>
  );
}
