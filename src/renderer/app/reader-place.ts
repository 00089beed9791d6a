/** Opens the reader from code outside of any screen; the moment and the subject of the address stay. */
export function openReaderAt(sourceId: string): void {
  const search = new URLSearchParams(location.hash.split('?')[1] ?? '');
  const kept = new URLSearchParams();
  for (const key of ['subject', 'asOf', 'knownAt']) {
    const text = search.get(key);
    if (text !== null) kept.set(key, text);
  }
  const rest = kept.toString();
  location.hash = `#/reader/${encodeURIComponent(sourceId)}${rest === '' ? '' : `?${rest}`}`;
}
