import { TableScreen } from '#renderer/screens/table-screen.tsx';

export function FiguresScreen() {
  return <TableScreen screen="figures" />;
}
