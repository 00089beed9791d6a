import { Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { EntryPanel } from '#renderer/entry/entry-panel.tsx';
import { RetractQuestion } from "#renderer/entry/retract.tsx";
import { FormHost } from "#renderer/forms/form-host.tsx";
import { DamageFound } from '#renderer/screens/history/check-result.tsx';
import { useShownEntry } from './go-to.ts';
import { Header } from './header.tsx';
import { RunningJobs } from "./jobs.tsx";
import { KeysHelp } from './keys-help.tsx';
import classes from './layout.module.css';
import { Palette } from './palette.tsx';
import { Rail } from './rail.tsx';
import { SidePanelRegion } from './side-panel.tsx';
import { useLedgerKeys } from './ledger-keys.ts';

/** Rail at the left, header on top, the screen, and the region at the right that follows the selection. */
export function Layout() {
  useLedgerKeys();
  const entry = useShownEntry();
  return (
    <div className={classes.frame}>
      <a className={classes.skip} href="#screen" onClick={focusScreen}>
        Skip to the screen
      </a>
      <Rail />
      <Header />
      <main id="screen" className={classes.screen} tabIndex={-1}>
        <Suspense fallback={null}>
          <Outlet />
        </Suspense>
      </main>
      <SidePanelRegion />
      {entry === null ? null : <EntryPanel key={entry} id={entry} />}
      <FormHost />
      <RetractQuestion />
      <RunningJobs />
      <DamageFound />
      <Palette />
      <KeysHelp />
    </div>
  );
}

/** The address after # belongs to the router, so the link moves the focus itself. */
function focusScreen(event: React.MouseEvent): void {
  event.preventDefault();
  document.getElementById('screen')?.focus();
}
