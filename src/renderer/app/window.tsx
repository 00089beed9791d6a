import { type MantineColorSchemeManager, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { isSessionLost, onSessionLost } from '#renderer/session.ts';
import { queryClient, useAsk } from './asking.ts';
import { Failure } from './failure.tsx';
import classes from './jobs.module.css';
import { styleNonce } from './nonce.ts';
import { router } from './router.tsx';
import { useShownScheme } from './scheme.ts';
import { SessionLost } from './session-lost.tsx';
import { StartScreen } from './start-screen.tsx';
import { theme } from './theme.ts';

/** The browser stores nothing of the analyst's: the scheme is kept by scheme.ts for the session only. */
const nothingStored: MantineColorSchemeManager = {
  get: (fallback) => fallback,
  set: () => {},
  subscribe: () => {},
  unsubscribe: () => {},
  clear: () => {},
};

export function Window() {
  const scheme = useShownScheme();
  return (
    <MantineProvider
      theme={theme}
      forceColorScheme={scheme}
      colorSchemeManager={nothingStored}
      withCssVariables={false}
      withGlobalClasses={false}
      getStyleNonce={styleNonce}
    >
      <QueryClientProvider client={queryClient}>
        <Notifications position="bottom-left" limit={4} className={classes.notices} />
        <Gate />
      </QueryClientProvider>
    </MantineProvider>
  );
}

/** What there is to show at all: a lost session, a ledger to choose, or the ledger that is open. */
function Gate() {
  const isLost = useSyncExternalStore(onSessionLost, isSessionLost);
  return isLost ? <SessionLost /> : <OpenGate />;
}

function OpenGate() {
  const { data: state, error } = useAsk('shell', 'state', {});
  if (error !== null) return <Failure error={error} isWholePage />;
  if (state === undefined) return null;
  return state.isOpen ? <RouterProvider router={router} /> : <StartScreen recents={state.recents} />;
}
