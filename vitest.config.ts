import { defineConfig } from 'vitest/config';
import { define } from './vite.config.ts';

/** `unit` runs in seconds and touches nothing outside the process; `system` needs root, sshd, files and time. */
export default defineConfig({
  define,
  test: {
    projects: [
      { extends: true, test: { name: 'unit', include: ['{shared,agents,electron,renderer}/**/*.test.{ts,tsx}'], environment: 'node', testTimeout: 20_000 } },
      { extends: true, test: { name: 'system', include: ['test/{contract,integration}/**/*.test.ts'], environment: 'node', testTimeout: 180_000, hookTimeout: 180_000, maxWorkers: 2 } },
    ],
  },
});
