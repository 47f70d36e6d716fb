#!/usr/bin/env node
// Whole commands beside a reference, interleaved: node bench/compare.mjs [--rounds 7] [--folder DIR] [ROW…]
// Prints medians and the median of the ratios of the rounds. Needs grep, rg, lnav, xargs; DuckDB only where DUCKDB
// names a folder with @duckdb/node-api in it. After `npm run build`, on a machine that does nothing else.
import {spawnSync} from 'node:child_process'
import {existsSync, ftruncateSync, mkdirSync, openSync} from 'node:fs'
import {cpus, totalmem} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'
import {rowsOf} from './rows.mjs'

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {rounds: {type: 'string', default: '7'}, folder: {type: 'string', default: '/tmp/roamscope-bench'}},
})
mkdirSync(values.folder, {recursive: true})
const env = {...process.env, LC_ALL: 'C', ROAMSCOPE_CONFIG: 'none'}
delete env.NODE_EXTRA_CA_CERTS
// Not /dev/null: grep stops at the first hit when nobody reads what it prints.
const output = openSync(join(values.folder, 'output'), 'w')

/** A file of the bench, made when it is asked for the first time. */
function made(name, args) {
  const file = join(values.folder, name)
  if (!existsSync(file)) {
    const maker = fileURLToPath(new URL('make-trace.mjs', import.meta.url))
    const {status, stderr} = spawnSync(process.execPath, [maker, '--out', file, ...args], {encoding: 'utf8'})
    if (status !== 0) throw new Error(stderr)
  }
  return file
}

function time([command, ...args]) {
  ftruncateSync(output)
  const start = process.hrtime.bigint()
  const {error, status, signal} = spawnSync(command, args, {env, stdio: ['ignore', output, output]})
  if (error || signal || status > 1)
    throw error ?? new Error(`${command} ${args.join(' ')} ended with ${signal ?? status}`)
  return Number(process.hrtime.bigint() - start) / 1e6
}

const median = list => list.toSorted((a, b) => a - b)[list.length >> 1]

const rows = rowsOf(made, fileURLToPath(new URL('../bin/run.js', import.meta.url)))
const wanted = positionals.length > 0 ? positionals : Object.keys(rows)
console.log(`node ${process.version}, ${cpus().length} × ${cpus()[0].model}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB`)
for (const name of wanted) {
  const row = rows[name]
  if (row === undefined) throw new Error(`no row ${name}: ${Object.keys(rows).join(', ')}`)
  const commands = Object.entries(row())
  const times = commands.map(() => [])
  for (const [, command] of commands) time(command)
  for (let round = 0; round < Number(values.rounds); round++) {
    for (let i = 0; i < commands.length; i++) {
      const one = (i + round) % commands.length
      times[one].push(time(commands[one][1]))
    }
  }
  console.log(`\n${name}`)
  const [ours] = times
  for (const [i, [label]] of commands.entries()) {
    const ratio = median(times[i].map((ms, round) => ms / ours[round]))
    console.log(
      `  ${label.padEnd(44)} ${median(times[i]).toFixed(0).padStart(7)} ms ${i === 0 ? '' : `${ratio.toFixed(2)} ×`}`,
    )
  }
}
