#!/usr/bin/env node
// `npm run build`: src as a handful of CommonJS files in dist, which bin/run.js starts with the compiled code of
// earlier runs (src/cli/start). `--out FOLDER` builds elsewhere.
import {createHash} from 'node:crypto'
import {mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join, parse, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'
import {Plugin} from '@oclif/core'
import {rolldown} from 'rolldown'
import {licencesOf} from './licences.mjs'
import {LAZY_PACKAGES, plugins} from './plugins.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const {values} = parseArgs({options: {out: {type: 'string', default: join(root, 'dist')}}})
const out = resolve(values.out)

/**
 * What is loaded by name; everything else ends up in chunks that these share. All of it stands one folder below dist,
 * whence ../packages and ../../bin/worker.js are found.
 */
const entries = {
  'cli/command': 'src/cli/command.ts',
  'cli/help': 'src/cli/help.ts',
  'cli/worker': 'src/cli/worker.ts',
  ...Object.fromEntries(
    readdirSync(join(root, 'src/commands')).map(file => [`commands/${parse(file).name}`, `src/commands/${file}`]),
  ),
  ...Object.fromEntries(Object.entries(LAZY_PACKAGES).map(([name, file]) => [`packages/${file}`, name])),
}

async function bundle(input, options = {}) {
  // oclif would use TypeScript to run sources, which an installation has not.
  const build = await rolldown({cwd: root, input, platform: 'node', external: ['typescript'], plugins, ...options})
  const {output} = await build.generate({
    format: 'cjs',
    exports: 'named',
    entryFileNames: '[name].cjs',
    chunkFileNames: 'chunks/[name].cjs',
    comments: {jsdoc: false},
  })
  await build.close()
  for (const {fileName, code} of output) {
    mkdirSync(dirname(join(out, fileName)), {recursive: true})
    writeFileSync(join(out, fileName), ascii(code), 'ascii')
  }
  return output
}

/** Strings of one byte a character are read faster (src/cli/start/sources.ts), and escapes mean the same nearly everywhere. */
function ascii(code) {
  if (/String\.raw`[^`]*[^\0-\u007f]/.test(code)) throw new Error('String.raw cannot have more than ASCII.')
  return code.replace(/[^\0-\u007f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function hashOf(chunks) {
  const hash = createHash('sha256')
  for (const {fileName, code} of chunks) hash.update(JSON.stringify([fileName, code]))
  return hash.digest('hex').slice(0, 16)
}

/** What commands there are and what they take, so that a run need not load them all to know. */
async function manifest() {
  const pjson = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const oclif = {...pjson.oclif, commands: './commands'}
  const plugin = new Plugin({
    root: out,
    isRoot: true,
    pjson: {...pjson, oclif},
    ignoreManifest: true,
    errorOnManifestCreate: true,
  })
  await plugin.load()
  return JSON.stringify(plugin.manifest)
}

rmSync(out, {recursive: true, force: true})
const chunks = await bundle(entries)
await bundle({start: 'src/cli/start/start.ts'}, {transform: {define: {BUILD: JSON.stringify(hashOf(chunks))}}})
writeFileSync(join(out, 'oclif.manifest.json'), await manifest())
writeFileSync(join(out, 'THIRD-PARTY.txt'), licencesOf(chunks.flatMap(chunk => chunk.moduleIds)))
