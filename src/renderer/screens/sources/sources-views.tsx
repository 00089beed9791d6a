import { ViewSwitch } from '#renderer/screens/view-switch.tsx';

/** Between the rows of all sources and the documents to read. */
export function SourcesViews() {
  return (
    <ViewSwitch
      screen="sources"
      all="All sources"
      other={{ view: 'documents', label: 'Documents to read' }}
    />
  );
}
