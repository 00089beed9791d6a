import { TableScreen } from '#renderer/screens/table-screen.tsx';

export function QuotesScreen() {
  return <TableScreen screen="quotes" />;
}
