import { TableScreen } from '#renderer/screens/table-screen.tsx';

export function KeyDatesScreen() {
  return <TableScreen screen="key-dates" />;
}
