import { Outlet } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import { EntryPanel } from '#renderer/entry/entry-panel.tsx';
import { RetractQuestion } from '#renderer/entry/retract.tsx';
import { FormHost } from '#renderer/forms/form-host.tsx';
import { DropTarget } from '#renderer/intake/drop-target.tsx';
import { usePasting } from '#renderer/intake/pasting.ts';
import { IntakeQuestions } from '#renderer/intake/question-window.tsx';
import { DamageFound } from '#renderer/screens/history/check-result.tsx';
import { screens, warmUp } from '#renderer/screens/registry.ts';
import { useAsk } from './asking.ts';
import { useShownEntry, useShownScreen } from './go-to.ts';
import { Header } from './header.tsx';
import { RunningJobs } from './jobs.tsx';
import { KeysHelp } from './keys-help.tsx';
import classes from './layout.module.css';
import { useLedgerKeys } from './ledger-keys.ts';
import { Palette } from './palette.tsx';
import { Rail } from './rail.tsx';
import { SidePanelRegion } from './side-panel.tsx';
import { PastBanner } from './time/past-banner.tsx';

/** Rail at the left, header on top, the screen, and the region at the right that follows the selection. */
export function Layout() {
  useLedgerKeys();
  usePasting();
  useEffect(warmUp, []);
  useTitle();
  const entry = useShownEntry();
  return (
    <div className={classes.frame}>
      <button type="button" className={classes.skip} onClick={focusScreen}>
        Skip to the screen
      </button>
      <Rail />
      <Header />
      <PastBanner />
      <main id="screen" className={classes.screen} tabIndex={-1}>
        <Suspense fallback={null}>
          <Outlet />
        </Suspense>
      </main>
      <SidePanelRegion />
      {entry === null ? null : <EntryPanel key={entry} id={entry} />}
      <FormHost />
      <RetractQuestion />
      <DropTarget />
      <IntakeQuestions />
      <RunningJobs />
      <DamageFound />
      <Palette />
      <KeysHelp />
    </div>
  );
}

/** The title of the tab names the screen and the ledger. */
function useTitle(): void {
  const shown = useShownScreen();
  const { data: ledger } = useAsk('ledger', 'info', {});
  const screen = screens.find(({ id }) => id === shown)?.label;
  const name = ledger?.name;
  useEffect(() => {
    document.title = [screen, name, 'Plumbline'].filter((part) => part !== undefined).join(' · ');
  }, [screen, name]);
}

function focusScreen(): void {
  document.getElementById('screen')?.focus();
}
