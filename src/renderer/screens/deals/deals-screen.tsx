import { TableScreen } from '#renderer/screens/table-screen.tsx';

export function DealsScreen() {
  return <TableScreen screen="deals" />;
}
