import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // oclif commands print to the real streams; the interception of vitest would swallow that.
    disableConsoleIntercept: true,
    testTimeout: 30_000,
  },
})
