import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const root = import.meta.dirname;

/** The command line for a plain Node, beside the app in `out/`, and the thread in which it reads articles. */
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: 'node20.18',
    outDir: resolve(root, 'out/cli'),
    emptyOutDir: true,
    rollupOptions: {
      input: {
        index: resolve(root, 'src/cli/index.ts'),
        'reading-thread': resolve(root, 'src/cli/reading-thread.ts'),
      },
      output: { format: 'es', entryFileNames: '[name].js' },
    },
  },
});
