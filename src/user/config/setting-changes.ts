import type {Rule} from '../../rules/rule.js'
import {nameOf, settingLeaves} from '../../rules/setting-leaves.js'
import {SETTING_RULES} from '../../rules/setting-rules.js'
import {DEFAULT_SETTINGS, type SettingChanges} from '../../rules/settings.js'
import {durationUs} from '../files/duration-text.js'
import {closest} from '../files/suggest.js'
import type {UserFile} from '../files/user-file.js'
import type {SettingValue} from './config-schema.js'

const LEAVES = settingLeaves(DEFAULT_SETTINGS)
const NAMES = Object.keys(SETTING_RULES).map(nameOf)

type Written = Readonly<Record<string, SettingValue | Readonly<Record<string, SettingValue>>>>

/** Settings as the rules know them. Refuses what is none, and says why where it is the limit of a rule. */
export function settingChanges(written: Written, file: UserFile<unknown>, rules: readonly Rule[]): SettingChanges {
  const changes: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(written)) {
    const leaves = LEAVES.filter(({key}) => nameOf(key) === name)
    const [first] = leaves
    if (first === undefined) throw file.keyError(['settings', name], refusal(name, rules))
    const inUnits = (one: SettingValue) => (typeof one === 'string' ? durationUs(one) : one)
    if (typeof value !== 'object' || value === null) changes[first.key] = inUnits(value)
    else {
      const members = leaves.flatMap(({member}) => {
        const own = member === null ? undefined : value[nameOf(member)]
        return own === undefined ? [] : [[member, inUnits(own)]]
      })
      changes[first.key] = Object.fromEntries(members)
    }
  }
  return changes
}

function refusal(name: string, rules: readonly Rule[]): string {
  const rule = rules.find(({meta}) => meta.id === name)?.meta
  if (rule === undefined) {
    const guess = closest(nameOf(name), NAMES)
    const hint = guess === null ? `settings are ${NAMES.join(', ')}` : `did you mean ${guess}?`
    return `"${name}" is no setting; ${hint}`
  }
  const own = NAMES.filter((_, index) => Object.values(SETTING_RULES)[index]?.includes(name))
  if (own.length > 0) return `the numbers of ${name} are set by ${own.join(', ')}`
  if (rule.numbers === null) return `${name} has no number that could be set`
  return `the limit of ${name} (${rule.numbers}) has a source, ${rule.source}, and is no setting: skip the rule, or write one of your own`
}
