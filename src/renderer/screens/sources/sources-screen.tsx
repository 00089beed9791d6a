import { LedgerGrid } from '#renderer/grid/ledger-grid.tsx';

export function SourcesScreen() {
  return <LedgerGrid table="sources" />;
}
