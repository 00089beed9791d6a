import type { Placed } from '../extract/placed.ts';

export function overlaps(a: Placed, b: Placed): boolean {
  return a.start < b.end && b.start < a.end;
}

export function holds(outer: Placed, inner: Placed): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

export function isSamePlace(a: Placed, b: Placed): boolean {
  return a.start === b.start && a.end === b.end;
}
