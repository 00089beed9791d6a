import { protocol, type Session } from 'electron';
import type { App } from '#main/transport/app.ts';

/** Before the app is ready: our scheme counts as a secure origin with streams, and gets no way around the page's policy. */
export function registerScheme(): void {
  const privileges = {
    standard: true,
    secure: true,
    supportFetchAPI: true,
    stream: true,
    bypassCSP: false,
    corsEnabled: false,
  };
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }]);
}

/** The same app function as browser mode answers everything under app://plumbline (SECURITY R41); files are not served. */
export function mountApp(session: Session, app: App): void {
  session.protocol.handle('app', (request) => app(request));
  session.protocol.handle('file', () => new Response(null, { status: 403 }));
}
