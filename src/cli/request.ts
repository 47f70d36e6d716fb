import type {Model} from '../parsers/capabilities.js'
import {applyProfile} from '../rules/apply-profile.js'
import {rules as catalogue} from '../rules/index.js'
import {PROFILES, type ProfileName} from '../rules/profiles.js'
import type {Rule} from '../rules/rule.js'
import type {Settings} from '../rules/settings.js'
import type {Config} from '../user/config/load-config.js'
import type {LineFilter} from '../user/filters/line-filter.js'
import {besideConfig} from './configuration.js'
import type {FailOn} from './exit-judge.js'
import {labelsOf} from './labels.js'
import {chosenRules} from './rule-choice.js'
import {tatFilter} from './tat-filter.js'
import {userRules} from './user-rules.js'
import {zoneMinutes} from './zone.js'

/** What command line, environment and configuration say about reading and judging, checked. */
export interface Request {
  /** Those of the catalogue in its order, then those of the user; with the words of the profile. */
  readonly rules: readonly Rule[]
  readonly settings: Settings
  readonly failOn: FailOn
  readonly model: Model | null
  /** Dialect files. */
  readonly dialects: readonly string[]
  readonly prefix: string | null
  readonly tzMinutes: number | null
  readonly dateOrder: 'mdy' | 'dmy' | null
  readonly labels: Readonly<Record<string, string>>
  readonly each: boolean
  readonly fullParse: boolean
  readonly hash: boolean
  readonly jobs: number | null
  readonly profile: ProfileName
  /** Which records `events` shows; null: all of them. */
  readonly shown: LineFilter | null
}

/** Flags as they were given, as plain data. */
export interface Words {
  readonly rules: readonly string[] | undefined
  readonly skip: readonly string[] | undefined
  readonly 'rules-file': readonly string[] | undefined
  readonly 'fail-on'?: FailOn | undefined
  readonly model: Model | undefined
  readonly dialect: string | undefined
  readonly prefix: string | undefined
  readonly tz: string | undefined
  readonly 'date-order': 'mdy' | 'dmy' | undefined
  readonly label: readonly string[] | undefined
  readonly each: boolean
  readonly 'full-parse': boolean
  readonly hash: boolean
  readonly jobs: number | undefined
  readonly profile: ProfileName | undefined
  readonly tat?: string | undefined
}

/**
 * Flags, which know the environment, before the configuration, before defaults. What is a list or has keys (dialects,
 * rules of the user, labels, skipped rules) adds up; the rest replaces.
 */
export function requestOf(flags: Words, config: Config | null): Request {
  const written = config?.content ?? {}
  const profile = flags.profile ?? written.profile ?? 'doc'
  const own = userRules(config, flags['rules-file'] ?? [])
  const all = [...catalogue, ...own.map(({rule}) => rule)]
  const changes = config === null ? null : {changes: config.settings, file: config.file}
  const {rules, settings} = applyProfile(all, PROFILES[profile], changes)
  return {
    rules: chosenRules(rules, {only: flags.rules ?? [], skip: flags.skip ?? []}, config),
    settings,
    failOn: flags['fail-on'] ?? written.failOn ?? 'error',
    model: flags.model ?? null,
    dialects: [
      ...(flags.dialect === undefined ? [] : [flags.dialect]),
      ...(written.dialects ?? []).map(path => besideConfig(config as Config, path)),
    ],
    prefix: flags.prefix ?? null,
    tzMinutes: flags.tz === undefined ? null : zoneMinutes(flags.tz),
    dateOrder: flags['date-order'] ?? null,
    labels: labelsOf(flags.label ?? [], written.labels),
    each: flags.each,
    fullParse: flags['full-parse'],
    hash: flags.hash,
    jobs: flags.jobs ?? null,
    profile,
    shown: tatFilter(flags.tat),
  }
}
