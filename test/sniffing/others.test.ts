import {readdirSync, readFileSync} from 'node:fs'
import {extname, join, sep} from 'node:path'
import {describe, expect, it} from 'vitest'
import {binaries} from './others/bytes.js'
import {documents} from './others/documents.js'
import {logs} from './others/logs.js'
import {windows} from './others/windows.js'
import {told} from './told.js'

const NO_TRACE = ['text', 'unknown']
const written = Object.entries({...logs, ...windows, ...documents})

/** Packages of the lock file that every machine has, and how many files of each kind are taken from them. */
const PACKAGES = [
  '@oclif/core',
  'ajv',
  'csv-parse',
  'fast-check',
  'yaml',
  '@types/node',
  'typescript',
  'vite',
  'assemblyscript',
  'saxes',
]
const KINDS = {'.js': 24, '.ts': 16, '.mjs': 8, '.cjs': 8, '.json': 16, '.md': 12, '.map': 6, '.html': 2, '': 8}
const modules = join(import.meta.dirname, '../../node_modules')

const all = PACKAGES.flatMap(name =>
  readdirSync(join(modules, name), {recursive: true, withFileTypes: true})
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name)),
).sort()
/** Evenly over all of a kind. */
const picked = Object.entries(KINDS).flatMap(([kind, count]) => {
  const some = all.filter(file => extname(file) === kind)
  const step = Math.max(1, Math.floor(some.length / count))
  return some.filter((_, i) => i % step === 0).slice(0, count)
})
const nameOf = (file: string) =>
  file
    .slice(modules.length + 1)
    .split(sep)
    .join('/')

describe('what is no trace', () => {
  it('is here in large numbers', () => {
    expect(written.length + Object.keys(binaries).length + picked.length).toBeGreaterThanOrEqual(200)
  })

  it.each(picked.map(file => [nameOf(file), file]))('%s', async (_, file) => {
    const {format, encoding} = await told(readFileSync(file))
    expect(NO_TRACE).toContain(format)
    expect(encoding).toBe('utf-8')
  })

  it.each(written)('%s', async (_, text) => {
    const copies = {
      once: Buffer.from(text),
      'many times': Buffer.from(text.repeat(50)),
      'with the line ends of Windows': Buffer.from(text.replaceAll('\n', '\r\n')),
      'in UTF-16': Buffer.from(`\ufeff${text}`, 'utf16le'),
      'cut in the middle': Buffer.from(text.slice(0, text.length / 2)),
    }
    for (const [name, bytes] of Object.entries(copies)) {
      const {format, encoding} = await told(bytes)
      expect(NO_TRACE, name).toContain(format)
      expect(encoding, name).toBe(name === 'in UTF-16' ? 'utf-16le' : 'utf-8')
    }
  })

  it.each(Object.entries(binaries))('%s', async (_, bytes) => {
    const {format, encoding, records, problems} = await told(bytes)
    expect([format, encoding, records]).toEqual(['unknown', 'binary', 0])
    expect(problems).toHaveLength(1)
  })
})
