import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    // Vitest by itself leaves one core to the editor, which is half of two.
    maxWorkers: '100%',
    include: ['src/**/*.test.ts', 'bench/**/*.test.ts', 'bin/**/*.test.ts', 'tools/**/*.test.ts'],
    testTimeout: 20_000,
    restoreMocks: true,
    unstubEnvs: true,
  },
});
