// Stryker's test runner that runs the tests of rules and sessions in its own process, about a millisecond each.
import {register} from 'node:module'
import {pathToFileURL} from 'node:url'
import {INSTRUMENTER_CONSTANTS} from '@stryker-mutator/api/core'
import {declareClassPlugin, PluginKind} from '@stryker-mutator/api/plugin'
import {DryRunStatus, determineHitLimitReached, TestStatus, toMutantRunResult} from '@stryker-mutator/api/test-runner'
import fc from 'fast-check'
import {glob} from 'tinyglobby'

const FILES = [
  'test/rules/**/*.test.ts',
  'test/sessions/**/*.test.ts',
  'test/golden/golden.test.ts',
  'test/faults/one-by-one.test.ts',
]

/** No test comes near this many runs of one mutated place; an endless loop does at once. */
const HITS_OF_A_TEST = 300_000

const NAMESPACE = INSTRUMENTER_CONSTANTS.NAMESPACE

class InProcessRunner {
  #root = pathToFileURL(`${process.cwd()}/`).href
  #stryker = {}
  /** The tests with the mutants of one part of the project, see hooks.mjs. */
  #suite = {part: '', tests: new Map(), collected: null, remembered: null}
  /** Mutated file → test → how many of the file's mutants it killed. */
  #killers = new Map()

  /** Static mutants are ignored, so nothing ever has to be loaded again. */
  capabilities() {
    return {reloadEnvironment: true}
  }

  async init() {
    globalThis[NAMESPACE] = this.#stryker
    register(new URL('hooks.mjs', import.meta.url), {data: {root: this.#root}})
    fc.configureGlobal({seed: 1})
  }

  async dryRun() {
    const {tests} = await this.#load('coverage')
    const results = []
    for (const id of tests.keys()) {
      this.#stryker.currentTestId = id
      results.push(await this.#run(id))
    }
    this.#stryker.currentTestId = undefined
    return {status: DryRunStatus.Complete, tests: results, mutantCoverage: this.#stryker.mutantCoverage}
  }

  async mutantRun({activeMutant, testFilter, sandboxFileName, hitLimit = Infinity}) {
    const path = pathToFileURL(sandboxFileName).href.slice(this.#root.length)
    const {tests, remembered} = await this.#load(path.replace(/[^/]*$/, ''))
    remembered.analyses = new Map()
    this.#stryker.activeMutant = activeMutant.id
    this.#stryker.hitLimit = Math.min(hitLimit, HITS_OF_A_TEST)
    const killers = this.#killersOf(path)
    const results = []
    try {
      for (const id of this.#inOrder(testFilter ?? [...tests.keys()], path, killers)) {
        this.#stryker.hitCount = 0
        const result = await this.#run(id)
        const timeout = determineHitLimitReached(this.#stryker.hitCount, this.#stryker.hitLimit)
        if (timeout !== undefined) return toMutantRunResult(timeout)
        results.push(result)
        if (result.status !== TestStatus.Failed) continue
        killers.set(id, (killers.get(id) ?? 0) + 1)
        break
      }
    } finally {
      this.#stryker.activeMutant = undefined
    }
    return toMutantRunResult({status: DryRunStatus.Complete, tests: results})
  }

  async #load(part) {
    if (this.#suite.part === part) return this.#suite
    const load = file => import(`${this.#root}${file}?${part}`)
    const {collected} = await load('test/mutation/vitest.mjs')
    const {remembered} = await load('test/mutation/analyze.mjs')
    if (collected.tests.length === 0) {
      for (const file of (await glob(FILES)).sort()) {
        const module = file.replace(/\.ts$/, '.js')
        collected.file = `${this.#root}${module}`
        await load(module)
      }
    }
    const tests = new Map(collected.tests.map((test, index) => [String(index), test]))
    this.#suite = {part, tests, collected, remembered}
    return this.#suite
  }

  #killersOf(path) {
    const known = this.#killers.get(path) ?? new Map()
    this.#killers.set(path, known)
    return known
  }

  /** First what killed other mutants of the file, then what bears its name. */
  #inOrder(ids, path, killers) {
    const name = path.replace(/^.*\/|\.ts$/g, '')
    const weight = id => (killers.get(id) ?? 0) + (this.#suite.tests.get(id).name.includes(name) ? 0.5 : 0)
    const weighed = ids.map(id => ({id, weight: weight(id)}))
    return weighed.sort((a, b) => b.weight - a.weight).map(({id}) => id)
  }

  async #run(id) {
    const {tests, collected} = this.#suite
    const {name, file, run} = tests.get(id)
    collected.file = file
    const start = performance.now()
    const result = {id, name, status: TestStatus.Success}
    try {
      await run()
    } catch (error) {
      Object.assign(result, {status: TestStatus.Failed, failureMessage: String(error?.message ?? error)})
    }
    return {...result, timeSpentMs: performance.now() - start}
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)]
