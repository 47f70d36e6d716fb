// As much of vitest as the tests of rules and sessions use, collecting instead of running.
import {readFile} from 'node:fs/promises'
import {format} from 'node:util'
import {ASYMMETRIC_MATCHERS_OBJECT, chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend} from '@vitest/expect'

/** Filled by importing test files. `file` is the address of the one that is being imported. */
export const collected = {tests: [], file: '', names: [], skipped: false}

chai.use(JestExtend)
chai.use(JestChaiExpect)
chai.use(JestAsymmetricMatchers)
chai.use(({Assertion}, {addMethod, flag}) => {
  addMethod(Assertion.prototype, 'toMatchFileSnapshot', async function (path) {
    const file = new URL(path, collected.file)
    this.assert(flag(this, 'object') === (await readFile(file, 'utf8')), `expected the text of ${path}`)
  })
})

export const expect = Object.assign(
  (value, message) => chai.expect(value, message),
  chai.expect,
  globalThis[ASYMMETRIC_MATCHERS_OBJECT],
)

export const describe = collector((name, body) => {
  collected.names.push(name)
  body()
  collected.names.pop()
})

export const it = collector((name, run) => {
  const {file, names, skipped} = collected
  if (!skipped) collected.tests.push({file, name: [...names, name].join(' > '), run})
})

function collector(collect) {
  return Object.assign((name, body) => collect(name, body), {
    each: cases => (name, body) => {
      for (const [index, one] of cases.entries()) {
        const values = Array.isArray(one) ? one : [one]
        collect(titled(name, values, index), () => body(...values))
      }
    },
    skipIf: condition => (name, body) => {
      const before = collected.skipped
      collected.skipped ||= Boolean(condition)
      collect(name, body)
      collected.skipped = before
    },
  })
}

/** "$meta.id" of an object, "%s" of a list; names only have to tell tests apart. */
function titled(name, values, index) {
  const [first] = values
  const filled = name.replace(/\$([\w.]+)/g, (_, path) => path.split('.').reduce((value, key) => value?.[key], first))
  return filled.includes('%') ? format(filled.replaceAll('%#', String(index)), ...values) : filled
}
