import { asPlumblineError } from '#main/ledger/errors.ts';
import { innerContract } from '#shared/contract/contract.ts';
import type { Procedure } from '#shared/contract/procedure.ts';
import { PlumblineError } from '#shared/errors.ts';
import { type CallContext, type CallOptions, commandContext, jobContext, queryContext } from './context.ts';
import { dispositionsHandlers } from './dispositions.ts';
import { documentsHandlers, intakeHandlers } from './documents/documents.ts';
import { entriesHandlers } from './entries.ts';
import { exportsHandlers } from './exports.ts';
import { figuresHandlers } from './figures.ts';
import type { Handlers } from './handlers.ts';
import { historyHandlers } from './history.ts';
import { ledgerHandlers } from './ledger.ts';
import { overviewHandlers } from './overview.ts';
import { ownSignalsHandlers } from './own-signals.ts';
import { provenanceHandlers } from './provenance.ts';
import { schedulesHandlers } from './schedules.ts';
import { searchHandlers } from './search.ts';
import { signalsHandlers } from './signals.ts';
import { simulationHandlers } from './simulation.ts';
import { thresholdsHandlers } from './thresholds.ts';

/** Every procedure has its handler, or this does not compile. */
export const handlers = {
  ledger: ledgerHandlers,
  history: historyHandlers,
  entries: entriesHandlers,
  documents: documentsHandlers,
  intake: intakeHandlers,
  signals: signalsHandlers,
  thresholds: thresholdsHandlers,
  dispositions: dispositionsHandlers,
  figures: figuresHandlers,
  simulation: simulationHandlers,
  ownSignals: ownSignalsHandlers,
  overview: overviewHandlers,
  schedules: schedulesHandlers,
  exports: exportsHandlers,
  search: searchHandlers,
  provenance: provenanceHandlers,
} satisfies Handlers<typeof innerContract>;

type AnyHandler = (context: unknown, input: unknown) => unknown;

/**
 * Answers one call of the API: the input is checked against the contract (unknown keys are refused), the handler runs,
 * the output is checked too. Throws PlumblineError only.
 */
export async function callProcedure(
  context: CallContext,
  topic: string,
  name: string,
  input: unknown,
  options: CallOptions,
): Promise<unknown> {
  try {
    const procedure = findProcedure(topic, name);
    const parsed = procedure.input.safeParse(input);
    if (!parsed.success) throw new PlumblineError('REQUEST_INVALID', parsed.error.issues.map(sentenceOf));
    const handler = findHandler(topic, name);
    const answer = await handler(contextFor(procedure, context, options), parsed.data);
    return procedure.output.parse(answer);
  } catch (thrown) {
    throw asPlumblineError(thrown);
  }
}

function sentenceOf(issue: { readonly path: readonly PropertyKey[]; readonly message: string }): string {
  return `${issue.path.map(String).join('.') || 'request'}: ${issue.message}`;
}

function contextFor(procedure: Procedure, context: CallContext, options: CallOptions): unknown {
  switch (procedure.kind) {
    case 'query':
      return queryContext(context);
    case 'command':
      return commandContext(context);
    case 'job':
      return jobContext(context, options);
  }
}

/** The procedure of that name, or REQUEST_INVALID; inherited names such as `constructor` are none. */
export function findProcedure(topic: string, name: string): Procedure {
  const found = own(own(innerContract, topic), name);
  if (found === undefined) throw new PlumblineError('REQUEST_INVALID', ['There is no such call.']);
  return found as Procedure;
}

function findHandler(topic: string, name: string): AnyHandler {
  return own(own(handlers, topic), name) as AnyHandler;
}

function own(record: unknown, key: string): unknown {
  if (typeof record !== 'object' || record === null || !Object.hasOwn(record, key)) return undefined;
  return (record as Readonly<Record<string, unknown>>)[key];
}
