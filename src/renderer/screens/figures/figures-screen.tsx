import { LedgerGrid } from '#renderer/grid/ledger-grid.tsx';

export function FiguresScreen() {
  return <LedgerGrid table="figures" />;
}
