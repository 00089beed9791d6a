/** Moves the focus to the next or the previous hit; before the first stands the box. False where there is no such place. */
export function focusNextHit(screen: HTMLElement, step: 1 | -1): boolean {
  const places = [...screen.querySelectorAll<HTMLElement>('input[aria-label="Search for"], [data-hit]')];
  const at = places.findIndex((place) => place.matches(':focus'));
  const next = places[at + step];
  if (at < 0 || next === undefined) return false;
  next.focus();
  return true;
}
