/** The nonce under which this page may add style elements; the host writes a new one into every response. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}

/** Libraries that add style elements by themselves read the nonce from this global name. */
export function adoptStyleNonce(): void {
  Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
}
