import {existsSync, readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import type {Command} from '@oclif/core/command'
import {Bundle} from './bundle.js'
import {cacheFolders} from './cache-folders.js'
import {CodeCache} from './code-cache.js'

/** Put in by the build: a hash of all chunks. */
declare const BUILD: string

/** What `bin/run.js` calls. `require` is its own: it finds the modules of Node. */
export function start(argv: readonly string[], require: NodeRequire): void {
  const root = join(__dirname, '..')
  if (argv[0] === '--version' && !isPerhapsWsl()) {
    // Nobody may be there to read it.
    process.stdout.on('error', () => {}).write(versionLine(root))
    return
  }
  const bundle = openBundle(purposeOf(argv), require)
  const {run} = bundle.load('cli/command.cjs') as typeof import('../command.js')
  const command = (id: string) => {
    const {default: loaded} = bundle.load(`commands/${id}.cjs`) as {default: Command.Class}
    bundle.beginWork()
    return loaded
  }
  void run(argv, {root, command})
}

/** The chunks with the code cache of a purpose. Entries are listed in build/bundle.mjs. */
export function openBundle(purpose: string, require: NodeRequire): Bundle {
  const folders = cacheFolders(__dirname, process.env)
  const owner = statSync(__filename).uid
  const bundle = new Bundle(__dirname, new CodeCache({folders, purpose, build: BUILD, owner}), require)
  process.on('exit', code => {
    // A run that failed early knows too little of what the next one will need.
    if (code === 0 || code === 1 || code === 3) bundle.saveCode()
  })
  return bundle
}

/** The command, as far as that can be told before anything is loaded. */
function purposeOf([first = '--help']: readonly string[]): string {
  if (first.startsWith('-') && first !== '-') return 'help'
  return /^[a-z]+$/.test(first) && existsSync(join(__dirname, 'commands', `${first}.cjs`)) ? first : 'analyze'
}

/** What oclif prints; a test compares them. */
function versionLine(root: string): string {
  const {name, version} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const arch = process.arch === 'ia32' ? 'x86' : process.arch
  return `${name}/${version} ${process.platform}-${arch} node-${process.version}\n`
}

/** Linux under Windows is a platform of its own to oclif, which knows how to tell. */
const isPerhapsWsl = (): boolean =>
  process.platform === 'linux' &&
  (existsSync('/run/WSL') ||
    existsSync('/proc/sys/fs/binfmt_misc/WSLInterop') ||
    !existsSync('/proc/version') ||
    /microsoft/i.test(readFileSync('/proc/version', 'latin1')))
