import { utilityProcess } from 'electron';
import { DOCUMENT_LIMITS } from '#main/intake/documents/limits.ts';
import type { ParserProcess } from '#main/intake/documents/parser.ts';

/**
 * The parsing process of the desktop (SECURITY R25). Node's permission model is not offered there; the process closes
 * network, signals and modules by itself, has no environment, and V8 makes no code of strings.
 */
export function startUtilityParser(entry: string): ParserProcess {
  const child = utilityProcess.fork(entry, [], {
    serviceName: 'Plumbline document reader',
    stdio: 'ignore',
    env: {},
    execArgv: ['--disallow-code-generation-from-strings', `--max-old-space-size=${DOCUMENT_LIMITS.memory}`],
  });
  return {
    send: (request) => child.postMessage(request),
    onLine: (listener) => void child.on('message', (line: string) => listener(line)),
    onExit: (listener) => void child.once('exit', () => listener('stopped')),
    // The child's own kill() asks with SIGTERM, which a process busy in a document does not hear.
    kill: () => void (child.pid !== undefined && process.kill(child.pid, 'SIGKILL')),
  };
}
