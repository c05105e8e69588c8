import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Two projects: plain modules run in Node, components (`*.test.tsx`) and the renderer's modules in a small DOM. */
export default defineConfig({
  plugins: [react()],
  test: {
    // Property tests run many cases; a busy machine must not fail them. Speed is measured by the bench.
    testTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['{shared,main,tools}/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'tools/laws/planted/**'],
        },
      },
      {
        extends: true,
        test: { name: 'dom', environment: 'happy-dom', include: ['renderer/**/*.test.{ts,tsx}'] },
      },
    ],
  },
});
