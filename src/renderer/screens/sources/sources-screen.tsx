import { TableScreen } from '#renderer/screens/table-screen.tsx';

export function SourcesScreen() {
  return <TableScreen screen="sources" />;
}
