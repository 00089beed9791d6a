import type { BrowserContext, ConsoleMessage, Page, Request } from '@playwright/test';

/**
 * Everything that must not happen in the window while a journey runs: an error on the console, an exception, a violation of
 * the Content-Security-Policy, a request to any address but the app's own. What is seen fails the journey at its end.
 */
export interface Watch {
  readonly faults: readonly string[];
  /** Gives what was seen so far and forgets it: for the journeys that cause a fault on purpose. */
  readonly take: () => readonly string[];
  /** Nothing is noted any more: the host is being ended on purpose. */
  readonly stop: () => void;
}

declare global {
  interface Window {
    readonly notePolicyViolation: (sentence: string) => Promise<void>;
  }
}

/** Starts before the first page of the context loads. `origin` is the one address that may be asked. */
export async function watchContext(context: BrowserContext, origin: string): Promise<Watch> {
  const faults: string[] = [];
  let isWatching = true;
  const note = (fault: string): void => {
    if (isWatching) faults.push(fault);
  };
  await context.exposeBinding('notePolicyViolation', (_source, sentence: string) => note(sentence));
  await context.addInitScript(reportPolicyViolations);
  context.on('console', (message) => noteConsole(message, note));
  context.on('weberror', (thrown) => note(`exception: ${thrown.error().message}`));
  context.on('request', (request) => noteForeign(request, origin, note));
  context.on('page', (page) => noteCrash(page, note));
  return {
    faults,
    take: () => faults.splice(0),
    stop: () => {
      isWatching = false;
    },
  };
}

type Note = (fault: string) => void;

function noteConsole(message: ConsoleMessage, note: Note): void {
  if (message.type() === 'error') note(`console: ${message.text()}`);
}

function noteForeign(request: Request, origin: string, note: Note): void {
  const address = request.url();
  if (!isOwn(address, origin)) note(`request: ${address}`);
}

function noteCrash(page: Page, note: Note): void {
  page.on('crash', () => note('the page crashed'));
}

/** The page's own files, and what it made itself: files to save, and pictures inside its styles. */
export function isOwn(address: string, origin: string): boolean {
  return [`${origin}/`, `blob:${origin}/`, 'data:'].some((start) => address.startsWith(start));
}

/** Runs in the page, before any script of the page. */
function reportPolicyViolations(): void {
  document.addEventListener('securitypolicyviolation', (event) => {
    const { effectiveDirective, blockedURI, sample, sourceFile, lineNumber } = event;
    void window.notePolicyViolation(
      `policy: ${effectiveDirective} blocked ${blockedURI} ${sample} ${sourceFile}:${lineNumber}`,
    );
  });
}
