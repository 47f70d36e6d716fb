import {isAbsolute, join, posix, relative, sep} from 'node:path'
import {constants, Script} from 'node:vm'
import type {CodeCache} from './code-cache.js'
import {Sources} from './sources.js'
import {V8Flags} from './v8-flags.js'

/** Loads the chunks of the built program as Node loads CommonJS, but with code that V8 compiled in an earlier run. */
export class Bundle {
  readonly #scripts = new Map<string, Script>()
  readonly #sources = new Sources('(function (exports, require, module, __filename, __dirname) {', '\n})')
  readonly #flags = new V8Flags()
  readonly #modules = new Map<string, {exports: unknown}>()

  constructor(
    readonly folder: string,
    readonly cache: CodeCache,
    /** For everything that is no chunk. */
    readonly outer: NodeRequire,
  ) {}

  /** `name`: path in the folder, with slashes. */
  load(name: string): unknown {
    const known = this.#modules.get(name)
    if (known) return known.exports
    const module = {exports: {}}
    this.#modules.set(name, module)
    const path = join(this.folder, name)
    const run = this.#script(name, path).runInThisContext()
    run.call(module.exports, module.exports, this.#requireIn(posix.dirname(name)), module, path, join(path, '..'))
    return module.exports
  }

  /** Nearly all that this run needs is loaded. */
  beginWork(): void {
    this.#flags.work()
  }

  /** For the next run. */
  saveCode(): void {
    this.#flags.plainly(() => this.cache.save(this.#scripts))
  }

  #script(name: string, path: string): Script {
    const cachedData = this.cache.get(name)
    const source = this.#sources.read(path)
    const options = {
      filename: path,
      ...(cachedData === undefined ? {} : {cachedData}),
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    }
    const script = this.#flags.plainly(() => new Script(source, options))
    if (script.cachedDataRejected !== false) this.cache.missed()
    this.#scripts.set(name, script)
    return script
  }

  /** Chunks ask for each other by relative paths, oclif for commands by absolute ones. */
  #requireIn(folder: string): NodeRequire {
    const require = (id: string): unknown => {
      if (id.startsWith('.')) return this.load(posix.join(folder, id))
      if (isAbsolute(id)) return this.load(relative(this.folder, id).split(sep).join('/'))
      return this.outer(id)
    }
    return Object.assign(require, this.outer)
  }
}
