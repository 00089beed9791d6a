import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startNodeParser } from '#main/intake/documents/node-parser.ts';
import type { LedgerChild } from '#main/transport/ledger-child.ts';
import type { ToLedger } from '#main/transport/wire.ts';
import type { ErrorReport } from '#shared/errors.ts';
import { echoChild, logIn, openStage, type Stage } from './stage.ts';

/** The way of a document from the window to the ledger's process, with the real parsing process between them. */
const PROCESS = join(import.meta.dirname, '../../../out/main/document-process.js');
const heard: ToLedger[] = [];
let started = 0;
const turns: string[] = [];
let stage: Stage;
let headers: Readonly<Record<string, string>>;

beforeAll(async () => {
  if (!existsSync(PROCESS)) throw new Error('Build first: npm run build');
  const parser = () => {
    started += 1;
    turns.push('start');
    const child = startNodeParser(PROCESS);
    child.onLine((line) => {
      if (line.includes('"parsed"')) turns.push('parsed');
    });
    return child;
  };
  stage = await openStage({ start: listening, parser });
  const { Cookie = '', 'X-Plumbline-Key': key = '', Origin = '' } = await logIn(stage);
  headers = { Cookie, 'X-Plumbline-Key': key, Origin };
});
afterAll(() => stage.close());

function listening(): LedgerChild {
  const child = echoChild();
  return {
    ...child,
    send: (message) => {
      heard.push(message);
      child.send(message);
    },
  };
}

function post(query: string, body: BodyInit, type = 'application/octet-stream'): Promise<Response> {
  return fetch(`http://127.0.0.1:${stage.port}/documents${query}`, {
    method: 'POST',
    headers: { ...headers, 'Content-Type': type },
    body,
  });
}

async function refusal(answer: Response): Promise<ErrorReport> {
  return ((await answer.json()) as { readonly error: ErrorReport }).error;
}

function takenInput(): unknown {
  const taken = heard.filter((message) => message.kind === 'call' && message.topic === 'intake').at(-1);
  return taken?.kind === 'call' ? taken.input : null;
}

describe('a document', () => {
  test('goes to the ledger parsed, with its bytes', async () => {
    const answer = await post('?name=note%20of%20May.txt', 'Loan of $3m');
    expect(answer.status).toBe(200);
    expect(takenInput()).toMatchObject({
      document: {
        kind: 'text',
        name: 'note of May.txt',
        text: 'Loan of $3m',
        size: 11,
        sha256: '0876cbce8d6707df46e0eb70c09803679e33d1842f639d5f967b0e377f23020c',
      },
      bytes: new Uint8Array(Buffer.from('Loan of $3m')),
      as: null,
    });
  });

  test('that is pasted has a name of its own, whatever it is called', async () => {
    await post('?name=x.exe', 'Pasted €3m \0', 'text/plain;charset=UTF-8');
    expect(takenInput()).toMatchObject({
      document: { kind: 'text', name: 'Pasted text', text: 'Pasted €3m \0' },
    });
  });

  test('of an older encoding is refused, then read as the analyst says, as the source that is chosen', async () => {
    const bytes = Uint8Array.of(0x80, 0x33, 0x6d);
    expect((await refusal(await post('?name=a.txt', bytes))).code).toBe('DOCUMENT_ENCODING');
    await post('?name=a.txt&encoding=windows-1252&as=source7', bytes);
    expect(takenInput()).toMatchObject({ document: { text: '€3m' }, as: 'source7' });
  });

  test('has its folders taken off its name', async () => {
    await post(`?name=${encodeURIComponent('C:\\deals\\..\\a.md')}`, 'words');
    expect(takenInput()).toMatchObject({ document: { name: 'a.md' } });
  });
});

describe('a document is refused before any process parses it', () => {
  test.each<[string, string, number, string, BodyInit]>([
    ['another kind', '?name=a.xlsx', 415, 'DOCUMENT_TYPE', 'words'],
    ['no name', '', 422, 'REQUEST_INVALID', 'words'],
    ['a name with a line break', '?name=a%0Ab.txt', 422, 'REQUEST_INVALID', 'words'],
    ['a name without end', `?name=${'a'.repeat(300)}.txt`, 422, 'REQUEST_INVALID', 'words'],
    ['an encoding that is none', '?name=a.txt&encoding=rot13', 422, 'REQUEST_INVALID', 'words'],
    ['a source that is no id', `?name=a.txt&as=${'x'.repeat(50)}`, 422, 'REQUEST_INVALID', 'words'],
    ['too many bytes', '?name=a.html', 413, 'DOCUMENT_TOO_BIG', Buffer.alloc(20_000_001, 'x')],
    ['many bytes of another kind', '?name=film.mp4', 415, 'DOCUMENT_TYPE', Buffer.alloc(30_000_000)],
  ])('%s', async (_what, query, status, code, body) => {
    const before = { started, heard: heard.length };
    const answer = await post(query, body);
    expect([answer.status, (await refusal(answer)).code]).toEqual([status, code]);
    expect({ started, heard: heard.length }).toEqual(before);
  });

  test('too many bytes that are not announced', async () => {
    let left = 25;
    const body = new ReadableStream({
      pull: (out) => {
        left -= 1;
        if (left < 0) out.close();
        else out.enqueue(new Uint8Array(1_000_000));
      },
    });
    const answer = await fetch(`http://127.0.0.1:${stage.port}/documents?name=a.txt`, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/octet-stream' },
      body,
      duplex: 'half',
    } as RequestInit);
    expect(await refusal(answer)).toMatchObject({
      code: 'DOCUMENT_TOO_BIG',
      details: ['It has 25,000,000 bytes; the limit is 20,000,000.'],
    });
  });
});

test('what the parsing process refuses never reaches the ledger', async () => {
  const before = heard.length;
  const answer = await post('?name=a.pdf', '%PDF-1.7 and then nothing');
  expect([answer.status, (await refusal(answer)).code]).toEqual([422, 'DOCUMENT_UNREADABLE']);
  expect(heard).toHaveLength(before);
});

test('documents are parsed one after the other', async () => {
  turns.length = 0;
  const answers = await Promise.all(['1', '2', '3'].map((words) => post('?name=a.txt', words)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(turns).toEqual(['start', 'parsed', 'start', 'parsed', 'start', 'parsed']);
});
