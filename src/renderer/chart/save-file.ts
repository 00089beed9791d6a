/** Hands bytes made in the window to the user as a file, through the browser's own download. */
export function saveFile(fileName: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A file name that every system takes: letters, digits and hyphens. */
export function fileNameOf(title: string, ending: 'png' | 'csv'): string {
  const stem = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
  return `${stem === '' ? 'chart' : stem}.${ending}`;
}
