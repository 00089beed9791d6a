import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * At most `limit` connections (SECURITY R54). Law: a full house turns out the oldest stranger, never a window that has proved
 * itself; so a flood of half-open connections cannot shut the analyst's own browser out.
 */
export interface SocketLimit {
  readonly trust: (socket: Socket) => void;
  readonly closeAll: () => void;
}

export function limitSockets(server: Server, limit: number): SocketLimit {
  const strangers = new Set<Socket>();
  const known = new Set<Socket>();

  server.on('connection', (socket) => {
    strangers.add(socket);
    socket.once('close', () => {
      strangers.delete(socket);
      known.delete(socket);
    });
    if (strangers.size + known.size <= limit) return;
    const [oldest] = strangers;
    oldest?.destroy();
  });

  return {
    trust: (socket) => {
      if (strangers.delete(socket)) known.add(socket);
    },
    closeAll: () => {
      for (const socket of [...strangers, ...known]) socket.destroy();
    },
  };
}
