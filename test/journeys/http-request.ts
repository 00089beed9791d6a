import { request } from 'node:http';

export interface Asked {
  readonly path: string;
  readonly method?: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** One request that no browser has a hand in: every header is as given. Gives the status and the text of the answer. */
export function ask(origin: string, { path, method = 'POST', headers, body = '{}' }: Asked) {
  return new Promise<{ readonly status: number; readonly text: string }>((resolve, reject) => {
    const asking = request(`${origin}${path}`, { method, headers, setHost: false }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => {
        text += chunk;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
    });
    asking.on('error', reject);
    asking.end(method === 'POST' ? body : undefined);
  });
}
