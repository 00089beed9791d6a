import { LedgerGrid } from '#renderer/grid/ledger-grid.tsx';

export function KeyDatesScreen() {
  return <LedgerGrid table="key-dates" />;
}
