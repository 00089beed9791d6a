import { TableScreen } from '#renderer/screens/table-screen.tsx';

export function EntitiesScreen() {
  return <TableScreen screen="entities" />;
}
