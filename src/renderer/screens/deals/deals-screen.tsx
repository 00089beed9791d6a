import { LedgerGrid } from '#renderer/grid/ledger-grid.tsx';

export function DealsScreen() {
  return <LedgerGrid table="deals" />;
}
