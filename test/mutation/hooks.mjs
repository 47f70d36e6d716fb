// Module hooks: the project's modules under the addresses of their sources, with the compiled text; its test library
// and the slow steps of an analysis from this folder.
//
// The query of an address says which mutants are in the code: "?coverage" all of them, with the calls that count what
// runs; "?src/rules/ft/" those of the modules that begin so, without these calls; no query none. An analysis is four
// times as fast.
import {readFile} from 'node:fs/promises'
import {fileURLToPath} from 'node:url'

/** Folders that import nothing mutated: one copy serves all. */
const SHARED = /^src\/(?:dialects|events|parsers|sources|wdi)\//

/** Importing module → the imports that get another module, from this folder. */
const REPLACED = {
  'test/golden/run.js': {'read-inputs.js': 'read-inputs.mjs', 'analyze.js': 'analyze.mjs'},
  'src/analysis/trace-of.js': {'fact-reader.js': 'fact-reader.mjs'},
}

let root = ''

/** @param {{root: string}} data address of the copy of the project, with a slash at its end */
export function initialize(data) {
  root = data.root
}

export async function resolve(specifier, context, next) {
  const {parentURL = ''} = context
  if (specifier.startsWith(root) && specifier.includes('?')) return found(specifier)
  if (!isOurs(parentURL)) return next(specifier, context)
  const {pathname, search} = new URL(parentURL)
  if (specifier === 'vitest') return found(`${root}test/mutation/vitest.mjs${search}`)
  if (!specifier.startsWith('.') || specifier.endsWith('.json')) return next(specifier, context)
  const replacement = REPLACED[within(pathname)]?.[specifier.replace(/^.*\//, '')]
  if (replacement !== undefined) {
    const own = replacement === 'analyze.mjs' ? search : ''
    return found(`${root}test/mutation/${replacement}${own}`)
  }
  const {href, pathname: target} = new URL(specifier.replace(/\.ts$/, '.js'), parentURL)
  return found(SHARED.test(within(target)) ? href : href + search)
}

export async function load(url, context, next) {
  const {pathname, search} = new URL(url)
  if (!isOurs(url) || !pathname.endsWith('.js')) return next(url, context)
  const path = within(pathname)
  const part = decodeURI(search.slice(1))
  const mutated = part === 'coverage' || (part !== '' && path.startsWith(part))
  const text = await readFile(fileURLToPath(`${root}compiled/${mutated ? 'mutated' : 'plain'}/${path}`), 'utf8')
  return {source: part === 'coverage' ? text : uncounted(text), format: 'module', shortCircuit: true}
}

function isOurs(url) {
  return url.startsWith(root) && !url.startsWith(`${root}node_modules/`)
}

/** Path inside the project. */
function within(pathname) {
  return pathname.slice(new URL(root).pathname.length)
}

/** Stryker's counters come as statements and in front of a comma. */
function uncounted(text) {
  return text.replace(/stryCov_9fa48\((?:"\d+"(?:, )?)+\)[,;]/g, '')
}

function found(url) {
  return {url, format: 'module', shortCircuit: true}
}
