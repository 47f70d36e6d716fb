import type {Rule} from '../rules/rule.js'
import type {Config} from '../user/config/load-config.js'
import {didYouMean} from '../user/files/suggest.js'
import {UserError} from './user-error.js'

/** Ids and categories. */
export interface Choice {
  readonly only: readonly string[]
  readonly skip: readonly string[]
}

/**
 * The rules that `--rules` names, else those of `only` in the configuration, else all, without those that `--skip`
 * or `skip` name. What the command line names by its id runs, whatever the configuration skips.
 */
export function chosenRules(
  rules: readonly Rule[],
  {only: wanted, skip: unwanted}: Choice,
  config: Pick<Config, 'content' | 'error'> | null = null,
): readonly Rule[] {
  const ids = rules.map(rule => rule.meta.id)
  // A list without rules of the user may still be told to leave them out.
  const categories = [...new Set([...rules.map(rule => rule.meta.category), 'user'])]
  const known = new Set<string>([...ids, ...categories])
  const check = (names: readonly string[], refuse: (name: string, index: number, hint: string) => Error) => {
    for (const [index, name] of names.entries()) {
      const list = `See roamscope rules; categories are ${categories.join(', ')}.`
      if (!known.has(name)) throw refuse(name, index, didYouMean(name, [...known], list))
    }
    return names
  }
  const fromFlag = (flag: string, names: readonly string[]) => {
    const clean = names.map(name => name.trim()).filter(name => name !== '')
    const refuse = (name: string, _: number, hint: string) =>
      new UserError(2, `${flag} ${name} is neither a rule nor a category.`, hint)
    return check(clean, refuse)
  }
  const fromConfig = (key: 'only' | 'skip') =>
    check(config?.content[key] ?? [], (name, index, hint) =>
      (config as Config).error([key, index], `${name} is neither a rule nor a category. ${hint}`),
    )
  const named = fromFlag('--rules', wanted)
  const only = new Set(named.length > 0 ? named : fromConfig('only'))
  const skipped = fromConfig('skip').filter(name => !(named.includes(name) && ids.includes(name)))
  const without = new Set([...fromFlag('--skip', unwanted), ...skipped])
  const has = (names: ReadonlySet<string>, {meta}: Rule) => names.has(meta.id) || names.has(meta.category)
  return rules.filter(rule => (only.size === 0 || has(only, rule)) && !has(without, rule))
}
