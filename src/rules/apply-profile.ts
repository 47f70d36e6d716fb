import type {Profile} from './profiles.js'
import type {Rule} from './rule.js'
import {settingLeaves} from './setting-leaves.js'
import {SETTING_RULES} from './setting-rules.js'
import {changed, DEFAULT_SETTINGS, type SettingChanges, type Settings} from './settings.js'

/** Settings that the user chose, and the file where they stand. */
export interface OwnSettings {
  readonly changes: SettingChanges
  readonly file: string
}

/** Rules and numbers as a profile and the user's settings make them. A rule whose number the user changed says so. */
export function applyProfile(
  rules: readonly Rule[],
  profile: Profile,
  own: OwnSettings | null,
): {readonly rules: readonly Rule[]; readonly settings: Settings} {
  const ofProfile = changed({...DEFAULT_SETTINGS, profile: profile.name}, profile.settings)
  const settings = own === null ? ofProfile : changed(ofProfile, own.changes)
  const before = new Map(settingLeaves(ofProfile).map(leaf => [leaf.name, leaf.value]))
  const differing = settingLeaves(settings).filter(leaf => leaf.value !== before.get(leaf.name))
  const adapted = rules.map((rule): Rule => {
    const {id} = rule.meta
    const words = profile.rules[id]
    const mine = differing.filter(leaf => SETTING_RULES[leaf.key].includes(id))
    // Most rules stay what they are; a copy would read even their examples.
    if (words === undefined && mine.length === 0) return rule
    const meta = {...rule.meta, ...words}
    if (own === null || mine.length === 0) return {...rule, meta}
    const numbers = mine.map(leaf => `${leaf.name} ${leaf.words}`).join(', ')
    const statement = `${meta.statement} Here with numbers of your own: ${numbers}.`
    return {...rule, meta: {...meta, statement, numbers, source: `${own.file} (${numbers}) instead of: ${meta.source}`}}
  })
  return {rules: adapted, settings}
}
