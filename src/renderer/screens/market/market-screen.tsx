import { LedgerGrid } from '#renderer/grid/ledger-grid.tsx';

export function MarketScreen() {
  return <LedgerGrid table="reactions" />;
}
