import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 32 random bytes as text that fits a header, a cookie and an address. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Compares without telling by its duration where the two differ, or how long they are. */
export function isSameSecret(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
