import {PROFILE_NAMES, type ProfileName} from '../../rules/profiles.js'
import type {Severity} from '../../rules/rule.js'
import {nameOf, type SettingLeaf, settingLeaves} from '../../rules/setting-leaves.js'
import {DEFAULT_SETTINGS} from '../../rules/settings.js'
import {DURATION} from '../files/duration-text.js'
import {RULE_LIST, type RuleSpec} from '../rules/rule-schema.js'

/** Content of a configuration file. Paths in it are relative to its folder. */
export interface ConfigSpec {
  readonly profile?: ProfileName
  readonly settings?: Readonly<Record<string, SettingValue | Readonly<Record<string, SettingValue>>>>
  readonly dialects?: readonly string[]
  readonly rules?: readonly RuleSpec[]
  readonly rulesFiles?: readonly string[]
  readonly labels?: Readonly<Record<string, string>>
  readonly failOn?: Severity | 'never'
  readonly only?: readonly string[]
  readonly skip?: readonly string[]
}

/** Times are text with a unit; null: no number, where that is possible. */
export type SettingValue = string | number | null

const texts = (maxItems: number) => ({type: 'array', maxItems, items: {type: 'string', minLength: 1, maxLength: 1000}})

function valueSchema({kind, key, words}: SettingLeaf): object {
  const described = {description: `default: ${words}`}
  switch (kind) {
    case 'time':
      // A class without a budget is not judged.
      return {...DURATION, ...(key === 'voiceBudgetUs' ? {type: ['string', 'null']} : {}), ...described}
    case 'count':
      return {type: 'integer', minimum: 1, maximum: 1_000_000, ...described}
    case 'share':
      return {type: 'number', minimum: 0, maximum: 1, ...described}
    case 'dB':
      return {type: 'number', minimum: 0, maximum: 100, ...described}
    case 'dBm':
      return {type: 'number', minimum: -120, maximum: 0, ...described}
  }
}

function settingsSchema(): Readonly<Record<string, object>> {
  const properties: Record<string, object> = {}
  for (const leaf of settingLeaves(DEFAULT_SETTINGS)) {
    const name = nameOf(leaf.key)
    if (leaf.member === null) properties[name] = valueSchema(leaf)
    else {
      const group = (properties[name] as {properties: object} | undefined) ?? {properties: {}}
      const members = {...group.properties, [nameOf(leaf.member)]: valueSchema(leaf)}
      properties[name] = {type: 'object', additionalProperties: false, properties: members}
    }
  }
  return properties
}

/** JSON Schema (2020-12) of a configuration file. */
export const CONFIG_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'roamscope configuration',
  type: 'object',
  additionalProperties: false,
  properties: {
    $schema: {type: 'string'},
    profile: {enum: PROFILE_NAMES},
    settings: {type: 'object', additionalProperties: false, properties: settingsSchema()},
    dialects: texts(50),
    rules: RULE_LIST,
    rulesFiles: texts(50),
    labels: {type: 'object', additionalProperties: {type: 'string', maxLength: 1000}},
    failOn: {enum: ['error', 'warning', 'info', 'never']},
    only: texts(1000),
    skip: texts(1000),
  },
} as const
