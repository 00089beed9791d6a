import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/** Three builds: the main side (window shell, ledger process, command line), the bridge, the window's page. */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      sourcemap: true,
      // Part of the program, so that the parsing process needs to read nothing else on this computer.
      externalizeDeps: { exclude: ['@mozilla/readability', 'linkedom', 'saxes', 'unpdf', 'yauzl'] },
      rollupOptions: {
        input: {
          desktop: 'src/main/desktop/main.ts',
          'ledger-process': 'src/main/transport/ledger-process.ts',
          'reading-thread': 'src/main/transport/reading-thread.ts',
          'document-process': 'src/main/intake/documents/parser-process.ts',
          cli: 'src/main/cli/main.ts',
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      isolatedEntries: true,
      rollupOptions: {
        input: { bridge: 'src/preload/bridge.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    build: {
      outDir: 'out/renderer',
      minify: true,
      modulePreload: { polyfill: false },
      rollupOptions: { input: { index: 'src/renderer/index.html' } },
    },
  },
});
