import {spawn, spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))
const dist = join(root, 'dist')
const scratch = join(root, 'node_modules', '.roamscope-build')

const newest = (folder: string): number =>
  Math.max(
    0,
    ...readdirSync(folder, {recursive: true, encoding: 'utf8'}).map(name => statSync(join(folder, name)).mtimeMs),
  )
const sources = (): number =>
  Math.max(statSync(join(root, 'package.json')).mtimeMs, ...['src', 'build'].map(name => newest(join(root, name))))

/** Makes sure that `dist` is the code under test and not yesterday's; several test files may ask at once. */
export async function ensureBuilt(): Promise<void> {
  const made = join(dist, 'start.cjs')
  const fresh = () => existsSync(made) && statSync(made).mtimeMs > sources()
  while (!fresh()) {
    try {
      mkdirSync(`${scratch}.lock`)
    } catch {
      await new Promise(resolve => setTimeout(resolve, 200))
      continue
    }
    try {
      if (!fresh()) build()
    } finally {
      rmSync(`${scratch}.lock`, {recursive: true})
    }
  }
}

/** Into a folder beside it, so that no file of a deleted source stays and nobody meets half a build. */
function build(): void {
  rmSync(scratch, {recursive: true, force: true})
  const {status, stderr} = spawnSync(process.execPath, [join(root, 'build', 'bundle.mjs'), '--out', scratch], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`npm run build failed: ${stderr}`)
  rmSync(`${scratch}.old`, {recursive: true, force: true})
  if (existsSync(dist)) renameSync(dist, `${scratch}.old`)
  renameSync(scratch, dist)
}

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly stdin?: string
  readonly cwd?: string
}

const plainEnv = (env: Readonly<Record<string, string>> = {}) => {
  const {NO_COLOR: _no, FORCE_COLOR: _force, COLUMNS: _columns, DEBUG: _debug, NODE_ENV: _node, ...rest} = process.env
  return {...rest, ...env}
}

/** Runs the built program as a shell would. */
export const roamscope = (argv: readonly string[], options: RunOptions = {}): Promise<Ended> =>
  runIn(root, argv, options)

/** The same of the installation in a folder. */
export function runIn(installed: string, argv: readonly string[], options: RunOptions = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(installed, 'bin', 'run.js'), ...argv], {
      cwd: options.cwd ?? root,
      env: plainEnv(options.env),
    })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', text => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', text => {
      stderr += text
    })
    child.on('error', reject)
    child.on('close', code => resolve({code, stdout, stderr}))
    child.stdin.end(options.stdin ?? '')
  })
}

/** Starts it and leaves the rest to the test. */
export const start = (argv: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  spawn(process.execPath, [join(root, 'bin', 'run.js'), ...argv], {cwd: root, env: plainEnv(env)})
