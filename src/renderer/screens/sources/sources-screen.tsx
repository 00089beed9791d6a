import { useSearch } from '@tanstack/react-router';
import type { PlaceSearch } from '#renderer/app/router.tsx';
import { TableScreen } from '#renderer/screens/table-screen.tsx';
import { DocumentsView } from './documents-view.tsx';
import { SourcesViews } from './sources-views.tsx';

/** Every source as rows, or those with a text and how far each is read; the choice stands in the address. */
export function SourcesScreen() {
  const { view } = useSearch({ strict: false }) as PlaceSearch;
  return view === 'documents' ? <DocumentsView /> : <TableScreen screen="sources" lead={<SourcesViews />} />;
}
