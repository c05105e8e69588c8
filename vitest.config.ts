import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Three projects: plain modules run in Node, the renderer's modules and its components (`*.test.tsx`) in a small DOM. */
export default defineConfig({
  plugins: [react()],
  test: {
    // Property tests run many cases; a busy machine must not fail them. Speed is measured by the bench.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    setupFiles: ['tools/check/seed.suite.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['{shared,main,relay,tools}/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'tools/laws/planted/**'],
        },
      },
      {
        extends: true,
        test: { name: 'dom', environment: 'happy-dom', include: ['renderer/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'components',
          environment: 'happy-dom',
          include: ['renderer/**/*.test.tsx'],
          setupFiles: ['renderer/ui/testing/patience.suite.ts'],
        },
      },
    ],
  },
});
