import type {SETTING_RULES} from './setting-rules.js'
import type {Settings} from './settings.js'
import {duration} from './verdict.js'

export type SettingKey = keyof typeof SETTING_RULES

/** One number of the settings. */
export interface SettingLeaf {
  /** As users write it: the keys without their unit, `voiceBudget.psk`. */
  readonly name: string
  readonly key: SettingKey
  /** Member of a setting with several numbers. */
  readonly member: string | null
  readonly kind: 'time' | 'dB' | 'dBm' | 'share' | 'count'
  readonly value: number | null
  /** The value with its unit. */
  readonly words: string
}

/** `withinUs` is written `within`, with a unit of its own. */
export const nameOf = (key: string): string => key.replace(/Us$/, '')

/** Every number of the settings, in their order. */
export function settingLeaves({profile: _, ...settings}: Settings): SettingLeaf[] {
  return Object.entries(settings).flatMap(([name, value]) => {
    const key = name as SettingKey
    if (typeof value !== 'object') return [leafOf(key, null, value)]
    return Object.entries(value).map(([member, inner]) => leafOf(key, member, inner as number | null))
  })
}

function leafOf(key: SettingKey, member: string | null, value: number | null): SettingLeaf {
  const kind = kindOf(key, member)
  const name = member === null ? nameOf(key) : `${nameOf(key)}.${nameOf(member)}`
  return {name, key, member, kind, value, words: wordsOf(kind, value)}
}

function kindOf(key: string, member: string | null): SettingLeaf['kind'] {
  const unit = [member ?? '', key].join(' ')
  if (/Us\b/.test(unit)) return 'time'
  if (/Dbm\b/.test(unit)) return 'dBm'
  if (/[dD]b\b/.test(unit)) return 'dB'
  return /Share\b/.test(unit) ? 'share' : 'count'
}

function wordsOf(kind: SettingLeaf['kind'], value: number | null): string {
  if (value === null) return 'none'
  if (kind === 'time') return duration(value)
  if (kind === 'share') return `${value * 100} %`
  return kind === 'count' ? String(value) : `${value} ${kind}`
}
