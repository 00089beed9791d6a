import './app/strict-schemas.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './app/tokens.css';
import './app/base.css';
import { startHeartbeat } from './app/heartbeat.ts';
import { adoptStyleNonce } from './app/nonce.ts';
import { Window } from './app/window.tsx';
import { catchStrayDrops } from './intake/stray-drops.ts';
import { openSession } from './session.ts';

adoptStyleNonce();
catchStrayDrops();
await openSession();
startHeartbeat();

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root element.');
createRoot(root).render(
  <StrictMode>
    <Window />
  </StrictMode>,
);
