/** Whether the address names a moment of the past, for code outside of any screen. */
export function isAddressPast(): boolean {
  const search = new URLSearchParams(location.hash.split('?')[1] ?? '');
  return search.has('asOf') || search.has('knownAt');
}
