import {type Config, loadConfig} from '../user/config/load-config.js'
import {loadRules, type UserRule} from '../user/rules/load-rules.js'
import {besideConfig, isConfiguration} from './configuration.js'
import {textOf} from './text-of.js'
import {UserError} from './user-error.js'

/** Rules of the user: those in the configuration, those of its files, those of `--rules-file`. */
export function userRules(config: Config | null, paths: readonly string[]): readonly UserRule[] {
  const ofConfig = (config?.content.rulesFiles ?? []).map(path => besideConfig(config as Config, path))
  const files = [...new Set([...ofConfig, ...paths])]
  const all = [...(config?.rules ?? []), ...files.flatMap(path => loadRules(textOf(path, 'rules'), path))]
  const places = new Map<string, string>()
  for (const {rule, file, line} of all) {
    const {id} = rule.meta
    const other = places.get(id)
    const place = `${file}:${line}`
    if (other !== undefined)
      throw new UserError(2, `${place}: ${id} is the id of a rule in ${other} too.`, 'Rename one.')
    places.set(id, place)
  }
  return all
}

/** The rules of one file, which may be a configuration. */
export function rulesToTest(path: string): readonly UserRule[] {
  return isConfiguration(path)
    ? loadConfig(textOf(path, 'configuration'), path).rules
    : loadRules(textOf(path, 'rules'), path)
}
