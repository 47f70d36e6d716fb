import type {Rule} from '../../rules/rule.js'
import {type Path, readUserFile, type UserFile} from '../files/user-file.js'
import {compileRule} from './compile-rule.js'
import {RULES_SCHEMA, type RuleSpec, type RulesSpec, type TestSpec} from './rule-schema.js'

/** A rule of the user with the tests that its file carries. */
export interface UserRule {
  readonly rule: Rule
  readonly file: string
  /** Line of its id. */
  readonly line: number
  readonly tests: readonly (TestSpec & {readonly line: number})[]
}

/** The rules of a file, YAML or JSON. Throws a UserFileError with line and column of the first mistake. */
export function loadRules(source: string, file: string): UserRule[] {
  const parsed = readUserFile<RulesSpec>(source, file, {name: 'rules file', schema: RULES_SCHEMA})
  return compileRules(parsed.content.rules, parsed, ['rules'])
}

/** The rules of a list that stands at a path of a file. */
export function compileRules(specs: readonly RuleSpec[], file: UserFile<unknown>, path: Path): UserRule[] {
  const ids = new Set<string>()
  return specs.map((spec, index) => {
    const at = [...path, index]
    if (ids.has(spec.id)) throw file.error([...at, 'id'], `${spec.id} is the id of an earlier rule of this file`)
    ids.add(spec.id)
    return {
      rule: compileRule(spec, file, at),
      file: file.file,
      line: file.error([...at, 'id'], '').line,
      tests: (spec.tests ?? []).map((test, i) => ({...test, line: file.error([...at, 'tests', i], '').line})),
    }
  })
}
