/** Writes the generated pages of docs/. The pages come from TypeScript, which only the project's own Node reads as it is. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectNode, root } from './project-node.mjs';

if (process.features.typescript) await writePages();
else process.exitCode = runUnderProjectNode();

async function writePages() {
  const { signalsMarkdown } = await import('../src/core/signals/docs.ts');
  const { ownSignalsMarkdown } = await import('../src/core/signals/own/docs.ts');
  const { modelMarkdown } = await import('../src/core/model/model-docs.ts');
  const { errorsMarkdown } = await import('../src/shared/error-docs.ts');
  const pages = {
    signals: signalsMarkdown(),
    'own-signals': ownSignalsMarkdown(),
    model: modelMarkdown(),
    errors: errorsMarkdown(),
  };
  for (const [name, text] of Object.entries(pages)) writeFileSync(join(root, 'docs', `${name}.md`), text);
}

function runUnderProjectNode() {
  const node = projectNode();
  if (node === null) {
    process.stderr.write('Plumbline is not installed yet. Run npm ci first.\n');
    return 1;
  }
  return spawnSync(node, [fileURLToPath(import.meta.url)], { stdio: 'inherit' }).status ?? 1;
}
