import { dispositionsTopic } from './dispositions.ts';
import { documentsTopic, intakeTopic } from './documents.ts';
import { entriesTopic } from './entries.ts';
import { figuresTopic } from './figures.ts';
import { historyTopic, ledgerTopic } from './ledger.ts';
import { ownSignalsTopic } from './own-signals.ts';
import type { Contract } from './procedure.ts';
import { provenanceTopic } from './provenance.ts';
import { exportsTopic, overviewTopic } from './reports.ts';
import { schedulesTopic } from './schedules.ts';
import { searchTopic } from './search.ts';
import { shellTopic } from './shell.ts';
import { signalsTopic, thresholdsTopic } from './signals.ts';
import { simulationTopic } from './simulation.ts';

/** Answered by the process that owns the ledger. */
export const ledgerContract = {
  ledger: ledgerTopic,
  history: historyTopic,
  entries: entriesTopic,
  documents: documentsTopic,
  signals: signalsTopic,
  thresholds: thresholdsTopic,
  dispositions: dispositionsTopic,
  figures: figuresTopic,
  simulation: simulationTopic,
  ownSignals: ownSignalsTopic,
  overview: overviewTopic,
  schedules: schedulesTopic,
  exports: exportsTopic,
  search: searchTopic,
  provenance: provenanceTopic,
} as const satisfies Contract;

/** What the process that owns the ledger answers the host besides; no window can call it. */
export const innerContract = { ...ledgerContract, intake: intakeTopic } as const satisfies Contract;

/** Answered by the host. */
export const shellContract = { shell: shellTopic } as const satisfies Contract;

/** The whole API: one contract, imported by every side. */
export const contract = { ...ledgerContract, ...shellContract } as const satisfies Contract;
