#!/usr/bin/env node
// npm run faults -- [--seeds N] [--from N] [--rule PATTERN] [conformant|faults|doubt|honesty|invariance …]
// Runs the fault-injection tests with any number of seeds. Every seed names one trace: --from S --seeds 1 shows it again.
import {parseArgs} from 'node:util'
import {startVitest} from 'vitest/node'

const {values, positionals} = parseArgs({
  options: {seeds: {type: 'string'}, from: {type: 'string'}, rule: {type: 'string'}},
  allowPositionals: true,
})
for (const [name, value] of Object.entries({seeds: values.seeds, from: values.from})) {
  if (value === undefined || /^\d+$/.test(value)) continue
  console.error(`--${name} takes a whole number, not "${value}".`)
  process.exit(2)
}
if (values.seeds !== undefined) process.env.FAULTS_SEEDS = values.seeds
if (values.from !== undefined) process.env.FAULTS_FROM = values.from
if (values.rule !== undefined) process.env.FAULTS_RULE = values.rule
const files = positionals.length === 0 ? ['test/faults/'] : positionals.map(name => `test/faults/${name}.test.ts`)
const vitest = await startVitest('test', files, {run: true, watch: false})
await vitest?.close()
