import { randomBytes } from 'node:crypto';

/** The headers of every response of either host (SECURITY R51). There is no HSTS: it would bind all of localhost. */
const PERMISSIONS = [
  'camera',
  'microphone',
  'geolocation',
  'usb',
  'serial',
  'hid',
  'midi',
  'payment',
  'clipboard-read',
  'display-capture',
  'local-fonts',
] as const;

const FIXED = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  'Cache-Control': 'no-store',
  'X-DNS-Prefetch-Control': 'off',
  'Permissions-Policy': PERMISSIONS.map((name) => `${name}=()`).join(', '),
} as const;

/** 16 random bytes, new for every response. */
export function newNonce(): string {
  return randomBytes(16).toString('base64');
}

export function securityHeaders(nonce: string): Readonly<Record<string, string>> {
  return { 'Content-Security-Policy': contentSecurityPolicy(nonce), ...FIXED };
}

function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types plumbline',
  ].join('; ');
}
