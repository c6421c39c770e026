import { resolve } from 'node:path';
import { defineConfig } from 'electron-vite';
import { define, rendererConfig } from './vite.config.ts';

const at = (path: string): string => resolve(import.meta.dirname, path);

/** The desktop shell: main with the core host and its workers, the sandboxed preload (CommonJS by Electron's rule), the renderer. */
export default defineConfig({
  main: {
    define,
    build: {
      outDir: 'out/desktop/main',
      externalizeDeps: true,
      rolldownOptions: {
        input: {
          main: at('electron/shells/desktop/main.ts'),
          'core-host': at('electron/shells/desktop/core-host.ts'),
          worker: at('electron/core/workers/worker-entry.ts'),
          'estate-worker': at('agents/estate/estate-worker.ts'),
          'apart-worker': at('agents/ssh/apart-worker.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/desktop/preload',
      externalizeDeps: false,
      rolldownOptions: { input: { preload: at('electron/shells/desktop/preload.ts') }, output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: { ...rendererConfig, build: { ...rendererConfig.build, outDir: at('out/desktop/renderer'), rolldownOptions: { input: { index: at('renderer/index.html') } } } },
});
