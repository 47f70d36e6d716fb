#!/usr/bin/env node
// Resident memory and time of `analyze` on a tracefmt listing, beside `grep -c` on the same file.
// Usage: node bench/memory.mjs [--mb 1000]     (after npm run build; needs GNU time and grep)
import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'

const {values} = parseArgs({options: {mb: {type: 'string', default: '1000'}}})
const here = fileURLToPath(new URL('.', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'roamscope-bench-'))
const trace = join(folder, 'trace.txt')
const env = {...process.env, NODE_EXTRA_CA_CERTS: ''}

/** Wall time in s and peak resident memory in MB of a command. */
function measure(command) {
  const {stderr} = spawnSync('/usr/bin/time', ['-f', '%e %M', ...command], {encoding: 'utf8', env, maxBuffer: 1 << 28})
  const [seconds, kilobytes] = stderr.trim().split('\n').at(-1).split(' ').map(Number)
  return {seconds, megabytes: kilobytes / 1000}
}

try {
  const made = spawnSync(process.execPath, [join(here, 'make-trace.mjs'), '--out', trace, '--mb', values.mb], {
    encoding: 'utf8',
  })
  const {sessions} = JSON.parse(made.stdout)
  measure(['grep', '-c', 'WDI_', trace])
  const grep = measure(['grep', '-cE', 'OID_WDI_|WDI_TASK_|NDIS_STATUS_WDI_INDICATION_|WDI_INDICATION_', trace])
  const bare = measure([process.execPath, '-e', '0'])
  const run = join(here, '../bin/run.js')
  const all = measure([process.execPath, run, 'analyze', trace, '--format', 'json'])
  const noRules = measure([
    process.execPath,
    run,
    'analyze',
    trace,
    '--format',
    'json',
    '--rules',
    'capture-events-lost',
  ])
  console.log(`trace            ${values.mb} MB, ${sessions} roams`)
  console.log(`node -e 0        ${bare.megabytes.toFixed(0)} MB`)
  console.log(`grep -cE         ${grep.seconds.toFixed(2)} s`)
  console.log(
    `analyze          ${all.seconds.toFixed(2)} s (${(all.seconds / grep.seconds).toFixed(1)} x grep), ${all.megabytes.toFixed(0)} MB`,
  )
  console.log(
    `one rule only    ${noRules.seconds.toFixed(2)} s: rules add ${((all.seconds / noRules.seconds - 1) * 100).toFixed(0)} %`,
  )
} finally {
  rmSync(folder, {recursive: true})
}
