import { LedgerGrid } from '#renderer/grid/ledger-grid.tsx';

export function EntitiesScreen() {
  return <LedgerGrid table="entities" />;
}
