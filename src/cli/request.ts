import type {Model} from '../parsers/capabilities.js'
import {rules} from '../rules/index.js'
import type {Rule} from '../rules/rule.js'
import {labelsOf} from './labels.js'
import {chosenRules} from './rule-choice.js'
import {zoneMinutes} from './zone.js'

/** What the command line says about reading and judging, checked. */
export interface Request {
  readonly rules: readonly Rule[]
  readonly model: Model | null
  /** Dialect file. */
  readonly dialect: string | null
  readonly prefix: string | null
  readonly tzMinutes: number | null
  readonly dateOrder: 'mdy' | 'dmy' | null
  readonly labels: Readonly<Record<string, string>>
  readonly each: boolean
  readonly fullParse: boolean
  readonly hash: boolean
  readonly jobs: number | null
  readonly profile: string
}

interface Words {
  readonly rules: readonly string[] | undefined
  readonly skip: readonly string[] | undefined
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
  readonly profile: string
}

/** The place where a configuration file will add what the command line leaves open. */
export function requestOf(flags: Words): Request {
  return {
    rules: chosenRules(rules, flags.rules ?? [], flags.skip ?? []),
    model: flags.model ?? null,
    dialect: flags.dialect ?? null,
    prefix: flags.prefix ?? null,
    tzMinutes: flags.tz === undefined ? null : zoneMinutes(flags.tz),
    dateOrder: flags['date-order'] ?? null,
    labels: labelsOf(flags.label ?? []),
    each: flags.each,
    fullParse: flags['full-parse'],
    hash: flags.hash,
    jobs: flags.jobs ?? null,
    profile: flags.profile,
  }
}
