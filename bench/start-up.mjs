#!/usr/bin/env node
// How long the program takes to start, as a ratio to `node -e 0`: interleaved runs, medians and the medians of the
// ratios within a round. Usage: node bench/start-up.mjs [--rounds N]
import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'

const {values} = parseArgs({options: {rounds: {type: 'string', default: '15'}}})
const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'roamscope-'))
const megabyte = join(folder, 'megabyte.txt')
// Node 20 parses that bundle of certificates at every start, which has nothing to do with this program.
const {NODE_EXTRA_CA_CERTS: _, ...env} = process.env

const run = (...argv) => [join(root, 'bin', 'run.js'), ...argv]
const without = {...env, NODE_DISABLE_COMPILE_CACHE: '1'}
const cases = [
  {name: 'node -e 0', argv: ['-e', '0'], env},
  {name: '--version', argv: run('--version'), env},
  {name: '--help', argv: run('--help'), env},
  {name: 'decode, 4 bytes', argv: run('decode', 'c8000000'), env},
  {name: 'analyze, 6 KB', argv: run('analyze', join(root, 'samples', 'ft-roam-clean.tracefmt.txt')), env},
  {name: 'analyze, 1 MB', argv: run('analyze', megabyte), env},
  {name: 'analyze, 1 MB, no code cache', argv: run('analyze', megabyte), env: without},
]

/** Milliseconds. */
function time({argv, env}) {
  const start = process.hrtime.bigint()
  const {status, stderr} = spawnSync(process.execPath, argv, {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  })
  if (status > 1) throw new Error(`${argv.join(' ')}: ${stderr}`)
  return Number(process.hrtime.bigint() - start) / 1e6
}

const median = numbers => [...numbers].sort((a, b) => a - b)[numbers.length >> 1]

try {
  spawnSync(process.execPath, [join(root, 'bench', 'make-trace.mjs'), '--out', megabyte, '--mb', '1'])
  // The first runs fill the code cache.
  for (const one of cases) time(one)
  const rounds = Array.from({length: Number(values.rounds)}, (_, round) => {
    const times = []
    for (let i = 0; i < cases.length; i++) {
      const at = (i + round) % cases.length
      times[at] = time(cases[at])
    }
    return times
  })
  for (const [i, {name}] of cases.entries()) {
    const ms = median(rounds.map(times => times[i]))
    const least = Math.min(...rounds.map(times => times[i]))
    const ratio = median(rounds.map(times => times[i] / times[0]))
    const leastRatio = least / Math.min(...rounds.map(times => times[0]))
    console.log(
      `${ms.toFixed(0).padStart(6)} ms  ${ratio.toFixed(2).padStart(6)} ×  (least ${leastRatio.toFixed(2)} ×)  ${name}`,
    )
  }
} finally {
  rmSync(folder, {recursive: true})
}
