import type {Rule} from '../rules/rule.js'
import {didYouMean} from '../user-files/suggest.js'
import {UserError} from './user-error.js'

/** The rules that `--rules` names, or all, without those that `--skip` names; both take ids and categories. */
export function chosenRules(
  rules: readonly Rule[],
  wanted: readonly string[],
  skipped: readonly string[],
): readonly Rule[] {
  const ids = rules.map(rule => rule.meta.id)
  const categories = [...new Set(rules.map(rule => rule.meta.category))]
  const known = new Set<string>([...ids, ...categories])
  const check = (flag: string, names: readonly string[]) => {
    const clean = names.map(name => name.trim()).filter(name => name !== '')
    for (const name of clean) {
      if (known.has(name)) continue
      const list = `See roamscope rules; categories are ${categories.join(', ')}.`
      throw new UserError(2, `${flag} ${name} is neither a rule nor a category.`, didYouMean(name, [...known], list))
    }
    return new Set(clean)
  }
  const only = check('--rules', wanted)
  const without = check('--skip', skipped)
  const named = (names: ReadonlySet<string>, {meta}: Rule) => names.has(meta.id) || names.has(meta.category)
  return rules.filter(rule => (only.size === 0 || named(only, rule)) && !named(without, rule))
}
