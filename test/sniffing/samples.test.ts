import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import type {FormatId} from '../../src/parsers/parser.js'
import {copiesOf} from './copies.js'
import {told} from './told.js'

const samples = join(import.meta.dirname, '../../samples')
/** By the ends of their names. */
const FORMATS: Readonly<Record<string, FormatId>> = {
  '.netsh.txt': 'netsh',
  '.events.xml': 'event-xml',
  '.tracefmt.txt': 'tracefmt',
  '.wmitrace.txt': 'wmitrace',
  '.pktmon.txt': 'pktmon',
  '.tracerpt.xml': 'tracerpt-xml',
  '.tracerpt.csv': 'tracerpt-csv',
  '.export.csv': 'export-csv',
  '.scenario': 'scenario',
  '.md': 'unknown',
}
const formatOf = (name: string) => Object.entries(FORMATS).find(([end]) => name.endsWith(end))?.[1]
const files = readdirSync(samples, {recursive: true, withFileTypes: true})
  .filter(entry => entry.isFile())
  .map(entry => join(entry.parentPath, entry.name).slice(samples.length + 1))
  .sort()

it.each(files)('%s', async name => {
  const bytes = readFileSync(join(samples, name))
  const format = formatOf(name)
  const all = {...copiesOf(bytes.toString()), 'as it is': bytes}
  for (const [copy, whole] of Object.entries(all)) {
    expect((await told(whole)).format, copy).toBe(format)
    // Half a line of a scenario is a mistake in it.
    if (format !== 'scenario') expect((await told(whole.subarray(0, 4096))).format, `4 KiB, ${copy}`).toBe(format)
  }
})
