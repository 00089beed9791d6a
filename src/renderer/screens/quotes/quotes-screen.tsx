import { LedgerGrid } from '#renderer/grid/ledger-grid.tsx';

export function QuotesScreen() {
  return <LedgerGrid table="quotes" />;
}
