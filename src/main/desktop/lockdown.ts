import { type App, type Session, session as sessions, type WebContents } from 'electron';
import { mayDownload, mayHave, mayLoad, mayNavigate } from './addresses.ts';
import { CLOSED_PROXY, SWITCHES } from './switches.ts';
import { PARTITION } from './window-options.ts';

/** What no page of ours may ever do (SECURITY R42, R43, R62). Before the app is ready. */
export function lockProgram(app: App): void {
  app.enableSandbox();
  for (const [name, setting] of SWITCHES) app.commandLine.appendSwitch(name, setting);
  app.on('web-contents-created', (_event, contents) => lockContents(contents));
}

/** The session of our windows, closed to everything but our own scheme. After the app is ready. */
export async function lockedSession(app: App): Promise<Session> {
  app.configureHostResolver({ secureDnsMode: 'off', enableBuiltInResolver: false });
  const own = sessions.fromPartition(PARTITION);
  for (const each of [own, sessions.defaultSession]) await lockSession(each);
  return own;
}

function lockContents(contents: WebContents): void {
  const stay = (event: { preventDefault: () => void; readonly url: string }): void => {
    if (!mayNavigate(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

async function lockSession(session: Session): Promise<void> {
  session.setPermissionRequestHandler((contents, permission, answer) =>
    answer(mayHave(permission, contents.getURL())),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) => mayHave(permission, origin));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayLoad(url) }));
  session.on('will-download', (event, item) => {
    if (!mayDownload(item.getURL())) event.preventDefault();
  });
  await session.setProxy(CLOSED_PROXY);
}
