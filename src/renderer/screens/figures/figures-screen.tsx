import { useSearch } from '@tanstack/react-router';
import type { PlaceSearch } from '#renderer/app/router.tsx';
import { TableScreen } from '#renderer/screens/table-screen.tsx';
import { CompareView } from './compare/compare-view.tsx';
import { FiguresViews } from './figures-views.tsx';

/** Every figure as rows, or the versions of one matter beside each other; the choice stands in the address. */
export function FiguresScreen() {
  const { view } = useSearch({ strict: false }) as PlaceSearch;
  return view === 'compare' ? <CompareView /> : <TableScreen screen="figures" lead={<FiguresViews />} />;
}
