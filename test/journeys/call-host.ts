import type { Page } from '@playwright/test';

/** Asks the host what a window asks it, from within the page and with the key that it holds; gives what was answered. */
export async function callHost<T>(page: Page, path: string, input: unknown): Promise<T> {
  const { ok, error } = await page.evaluate(
    async ([to, body]) => {
      const response = await fetch(`/api/${to}`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'X-Plumbline-Key': sessionStorage.getItem('plumbline.key') ?? '',
        },
        body,
      });
      return (await response.json()) as { readonly ok?: unknown; readonly error?: unknown };
    },
    [path, JSON.stringify(input)] as const,
  );
  if (error !== undefined) throw new Error(JSON.stringify(error));
  return ok as T;
}
