import type {Family} from '../../capabilities.js'
import type {FieldReader} from '../grammar/field-reader.js'
import {type Moment, parseMilliseconds} from '../values/milliseconds.js'
import {ALL_FAMILIES, type Span} from './header.js'
import {parseOrigin} from './origin.js'

const FAMILIES: readonly Family[] = [...ALL_FAMILIES, 'TASK', 'PROP']

/** Later than the other. */
export const isAfter = (a: Moment, b: Moment): boolean => a.us > b.us || (a.us === b.us && a.ns > b.ns)

export function readMoment(fields: FieldReader, key: string): Moment | null {
  const text = fields.text(key)
  if (text === null) return null
  return parseMilliseconds(text) ?? fields.fail(`${key}=${text} is no time in milliseconds`)
}

/** `loss=a..b,…`; empty where the key is not there. */
export function readLoss(fields: FieldReader): Span[] {
  return (fields.texts('loss') ?? []).map(text => {
    const [first = '', second = '', ...more] = text.split('..')
    const start = parseMilliseconds(first)
    const end = parseMilliseconds(second)
    if (start === null || end === null || more.length > 0 || isAfter(start, end)) {
      fields.fail(`loss=${text} is no span: it needs a..b in milliseconds, a not after b`)
    }
    return {start, end}
  })
}

/** In µs. */
export function readGranularity(fields: FieldReader): number | null {
  const text = fields.text('granularity')
  if (text === null) return null
  const us = Number((Number(text) * 1000).toPrecision(12))
  if (!/^\d+(\.\d+)?$/.test(text) || us === 0) {
    fields.fail(`granularity=${text} is no number of milliseconds above 0`)
  }
  return us
}

export function readFamilies(fields: FieldReader): readonly Family[] | null {
  const texts = fields.texts('families')
  const wrong = texts?.find(text => !FAMILIES.includes(text as Family))
  if (wrong !== undefined) fields.fail(`families= takes ${FAMILIES.join(', ')}, not ${wrong}`)
  return texts as readonly Family[] | null
}

export function readOrigin(fields: FieldReader): Moment | null {
  const text = fields.text('origin')
  if (text === null) return null
  return parseOrigin(text) ?? fields.fail(`origin=${text} is no moment like 2026-01-01T00:00:00Z`)
}
