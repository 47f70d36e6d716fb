import {rules} from '../../rules/index.js'
import type {SettingChanges} from '../../rules/settings.js'
import {readUserFile, type UserFile} from '../files/user-file.js'
import {compileRules, type UserRule} from '../rules/load-rules.js'
import {CONFIG_SCHEMA, type ConfigSpec} from './config-schema.js'
import {settingChanges} from './setting-changes.js'

/** A configuration file, checked: what it says, and errors about what only the rest of the program can check. */
export interface Config extends Pick<UserFile<ConfigSpec>, 'file' | 'content' | 'error'> {
  readonly settings: SettingChanges
  readonly rules: readonly UserRule[]
}

const {settings, ...others} = CONFIG_SCHEMA.properties
/** Unknown settings get a better sentence than a schema has. */
const FORM = {...CONFIG_SCHEMA, properties: {...others, settings: {...settings, additionalProperties: true}}}

/** Throws a UserFileError with line and column of the first mistake. */
export function loadConfig(source: string, file: string): Config {
  const parsed = readUserFile<ConfigSpec | null>(source, file, {name: 'configuration', schema: FORM})
  const content = parsed.content ?? {}
  return {
    file,
    content,
    error: parsed.error,
    settings: settingChanges(content.settings ?? {}, parsed, rules),
    rules: compileRules(content.rules ?? [], parsed, ['rules']),
  }
}
