import type {Mac} from '../../events/units.js'
import {
  type AdapterSettings,
  ALL_FAMILIES,
  adapterFacts,
  type ScenarioHeader,
} from '../../parsers/scenario/header/header.js'
import {printMilliseconds} from '../../parsers/scenario/values/milliseconds.js'

/**
 * Header lines that say, inside an export, what its records cannot: all but the edges, loss and origin, which the
 * export has on its own clock.
 */
export function headerLines(header: ScenarioHeader, aliases: ReadonlyMap<string, Mac>): string[] {
  const lines = [`capture ${captureKeys(header).join(' ')}`]
  for (const {name, settings, labels} of header.adapters) {
    const model = adapterFacts(header, {name, settings, labels}).model ?? 'unknown'
    lines.push(['adapter', name, ...settingKeys({...settings, model}), ...labelKeys(labels)].join(' '))
  }
  if (header.labels.size > 0) lines.push(['label', ...labelKeys(header.labels)].join(' '))
  if (aliases.size > 0) lines.push(`alias ${[...aliases].map(([name, address]) => `${name}=${address}`).join(' ')}`)
  return lines
}

function captureKeys(header: ScenarioHeader): string[] {
  const {settings, granularityUs, families, tlvs, wpp, undecoded} = header
  const keys = settingKeys({...settings, model: settings.model ?? 'wificx'})
  if (granularityUs !== 1) keys.push(`granularity=${decimal(granularityUs)}`)
  if (families.join() !== ALL_FAMILIES.join()) keys.push(`families=${families.join()}`)
  if (!tlvs) keys.push('tlvs=0')
  if (wpp > 0) keys.push(`wpp=${wpp}`)
  if (undecoded > 0) keys.push(`undecoded=${undecoded}`)
  return keys
}

function settingKeys(settings: AdapterSettings): string[] {
  const keys = {
    model: settings.model,
    override: settings.override,
    'bss-cache': settings.bssCache,
    'pmkid-capable': settings.pmkidCapable,
    primary: settings.primary,
    secondary: settings.secondary,
    ap: settings.ap?.join(),
    p2p: settings.p2p?.join(),
  }
  return Object.entries(keys).flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${value ?? '?'}`]))
}

const labelKeys = (labels: ReadonlyMap<string, string>): string[] =>
  [...labels].map(([key, value]) => `${key}="${value}"`)

/** µs as milliseconds, a fraction of a microsecond included. */
function decimal(us: number): string {
  const whole = Math.floor(us)
  const ns = Math.round((us - whole) * 1000)
  return printMilliseconds(ns === 1000 ? {us: whole + 1, ns: 0} : {us: whole, ns})
}
