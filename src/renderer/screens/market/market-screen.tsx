import { TableScreen } from '#renderer/screens/table-screen.tsx';

export function MarketScreen() {
  return <TableScreen screen="market" />;
}
