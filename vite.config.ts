import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type UserConfig } from 'vite';

const at = (path: string): string => resolve(import.meta.dirname, path);
const version: unknown = JSON.parse(readFileSync(at('package.json'), 'utf8')).version;
/** The three packages with native parts or many files; they are shipped beside the bundles. */
export const EXTERNAL_PACKAGES = ['better-sqlite3', 'ssh2', 'systeminformation', 'electron'];
export const define = { __LANDFALL_VERSION__: JSON.stringify(version) };

/** The renderer, as the web shell serves it and as the desktop shell packs it. */
export const rendererConfig = {
  root: at('renderer'),
  base: './',
  define,
  plugins: [react()],
  build: { outDir: at('out/web'), emptyOutDir: true, target: 'es2024', chunkSizeWarningLimit: 1500 },
} satisfies UserConfig;

/** Core, CLI and web shell for plain Node; `electron.vite.config.ts` builds the desktop's halves from the same pieces. */
export const nodeConfig = {
  define,
  build: {
    ssr: true,
    target: 'node24',
    outDir: at('out/node'),
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      input: {
        cli: at('electron/shells/cli/main.ts'),
        worker: at('electron/core/workers/worker-entry.ts'),
        'estate-worker': at('agents/estate/estate-worker.ts'),
        'apart-worker': at('agents/ssh/apart-worker.ts'),
      },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
  ssr: { noExternal: true, external: EXTERNAL_PACKAGES },
} satisfies UserConfig;

export default defineConfig(({ mode }) => (mode === 'node' ? nodeConfig : rendererConfig));
