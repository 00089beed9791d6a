import { z } from 'zod';
import { contract } from '#shared/contract/contract.ts';
import { ticketSchema } from '#shared/contract/ledger.ts';
import type { Contract, Procedure } from '#shared/contract/procedure.ts';
import { bytesAnswer, errorAnswer, jsonAnswer, type Refusal, refusal, refusalAnswer } from './answers.ts';
import type { Asset, Assets } from './assets.ts';
import { readJson } from './body.ts';
import type { DocumentRoute } from './document-route.ts';
import { fileAnswer } from './download.ts';
import type { Gate } from './gate.ts';
import { newNonce } from './headers.ts';
import type { Presence } from './idle.ts';
import { jobAnswer } from './job-answer.ts';
import type { Relay } from './relay.ts';
import type { Shell } from './shell.ts';

/**
 * The whole API and the window's page as one function from Request to Response; both hosts mount it. Law: the gate first,
 * then who may call, then what is called; the request's text names an entry of a fixed table and never a file.
 */
export interface AppParts {
  readonly relay: Relay;
  readonly shell: Shell;
  readonly assets: Assets;
  readonly gate: Gate;
  readonly presence: Presence;
  readonly documents: DocumentRoute;
  /** Private folder of this run: the only place that a download comes from. */
  readonly runFolder: string;
  /** What may be told of anything thrown. */
  readonly report: (thrown: unknown) => Parameters<typeof errorAnswer>[0];
}

export type App = (request: Request) => Promise<Response>;

const NONCE_MARK = '__CSP_NONCE__';
const UNKNOWN = refusal(404, 'REQUEST_INVALID', 'There is nothing at that address.');
const LOGGED_OUT = refusal(401, 'SESSION_EXPIRED');
const exchangeSchema = z.strictObject({ t: z.string().max(200) });
const beatSchema = z.strictObject({ hidden: z.boolean().optional() });

export function createApp(parts: AppParts): App {
  return async (request) => {
    const refused = parts.gate.refuse(request);
    if (refused !== null) return refusalAnswer(refused);
    try {
      const { pathname, search } = new URL(request.url);
      const path = pathname + search;
      return request.method === 'GET'
        ? pageAnswer(parts.assets.get(path))
        : await postAnswer(parts, request, path);
    } catch (thrown) {
      return errorAnswer(parts.report(thrown));
    }
  };
}

function pageAnswer(asset: Asset | undefined): Response {
  if (asset === undefined) return refusalAnswer(UNKNOWN);
  if (!asset.type.startsWith('text/html')) return bytesAnswer(asset.bytes, asset.type);
  const nonce = newNonce();
  const page = new TextDecoder().decode(asset.bytes).replaceAll(NONCE_MARK, nonce);
  return bytesAnswer(new TextEncoder().encode(page), asset.type, { nonce });
}

async function postAnswer(parts: AppParts, request: Request, path: string): Promise<Response> {
  if (path === '/session') return sessionAnswer(parts.gate, request);
  if (!parts.gate.admits(request)) return loggedOut(parts.gate);
  parts.presence.asked();
  const [, first = '', second = '', third, more] = path.split('/');
  if (first === 'api' && third !== undefined && more === undefined)
    return apiAnswer(parts, request, second, third);
  if (first === 'download' && third === undefined) return downloadAnswer(parts, second);
  if (second === '' && /^documents(?:\?|$)/.test(first)) return parts.documents.answer(request);
  if (path === '/heartbeat') return heartbeatAnswer(parts.presence, request);
  return refusalAnswer(UNKNOWN);
}

async function sessionAnswer(gate: Gate, request: Request): Promise<Response> {
  if (gate.sessions === null) return refusalAnswer(UNKNOWN);
  const body = await readBody(request, exchangeSchema);
  if ('refusal' in body) return refusalAnswer(body.refusal);
  const session = gate.sessions.exchange(body.input.t);
  if (session === null) return loggedOut(gate);
  return jsonAnswer(JSON.stringify({ k: session.key }), 200, { 'Set-Cookie': session.cookie });
}

async function loggedOut({ sessions }: Gate): Promise<Response> {
  await sessions?.punish();
  return refusalAnswer(LOGGED_OUT);
}

async function heartbeatAnswer(presence: Presence, request: Request): Promise<Response> {
  const body = await readBody(request, beatSchema);
  if ('refusal' in body) return refusalAnswer(body.refusal);
  presence.beat(body.input.hidden ?? true);
  return jsonAnswer('{"ok":null}');
}

function downloadAnswer({ runFolder }: AppParts, ticket: string): Promise<Response> | Response {
  if (!ticketSchema.shape.ticket.safeParse(ticket).success) return refusalAnswer(UNKNOWN);
  return fileAnswer(runFolder, ticket);
}

async function apiAnswer(parts: AppParts, request: Request, topic: string, name: string): Promise<Response> {
  const procedure = procedureOf(topic, name);
  if (procedure === null) return refusalAnswer(UNKNOWN);
  const body = await readJson(request);
  if ('refusal' in body) return refusalAnswer(body.refusal);
  const { input } = body;
  if (topic === 'shell') return jsonAnswer(`{"ok":${JSON.stringify(await parts.shell.call(name, input))}}`);
  const call = { topic, name, input, isJob: procedure.kind === 'job', signal: request.signal };
  if (call.isJob) return jobAnswer(parts.relay, call, parts.report);
  return jsonAnswer(`{"ok":${await parts.relay.call(call)}}`);
}

function procedureOf(topic: string, name: string): Procedure | null {
  const procedures = Object.hasOwn(contract, topic) ? (contract as Contract)[topic] : undefined;
  return procedures !== undefined && Object.hasOwn(procedures, name) ? (procedures[name] ?? null) : null;
}

async function readBody<S extends z.ZodType>(
  request: Request,
  schema: S,
): Promise<{ readonly input: z.infer<S> } | { readonly refusal: Refusal }> {
  const body = await readJson(request);
  if ('refusal' in body) return body;
  const parsed = schema.safeParse(body.input);
  return parsed.success ? { input: parsed.data } : { refusal: refusal(422, 'REQUEST_INVALID') };
}
