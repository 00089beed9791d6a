/**
 * A file dropped where nothing takes it would otherwise replace the whole window by itself. Law: no drop ever leaves
 * Plumbline; the drop target decides what is taken in.
 */
export function catchStrayDrops(): void {
  for (const name of ['dragover', 'drop'] as const)
    window.addEventListener(name, (event) => {
      if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault();
    });
}
