import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const root = import.meta.dirname;

/** The command line: one bundle for a plain Node, beside the app in `out/`. */
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: resolve(root, 'src/cli/index.ts'),
    target: 'node20.18',
    outDir: resolve(root, 'out/cli'),
    emptyOutDir: true,
    rollupOptions: { output: { format: 'es', entryFileNames: 'index.js' } },
  },
});
