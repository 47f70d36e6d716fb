import type {Model} from '../../capabilities.js'
import type {FieldReader} from '../grammar/field-reader.js'
import type {AdapterSettings, Bit} from './header.js'

const MODELS: readonly Model[] = ['wificx', 'wdi', 'native80211', 'unknown']
const PORT = {max: 0xffff}

/** Keys that `capture` and `adapter` have in common. */
export function readAdapterSettings(fields: FieldReader): AdapterSettings {
  const settings: AdapterSettings = {}
  const model = fields.text('model')
  if (model !== null) {
    if (!MODELS.includes(model as Model)) fields.fail(`model=${model} is none of ${MODELS.join(', ')}`)
    settings.model = model as Model
  }
  const override = bitOrUnknown(fields, 'override')
  if (override !== undefined) settings.override = override
  const bssCache = bitOrUnknown(fields, 'bss-cache')
  if (bssCache !== undefined) settings.bssCache = bssCache
  const pmkidCapable = bitOrUnknown(fields, 'pmkid-capable')
  if (pmkidCapable !== undefined) settings.pmkidCapable = pmkidCapable
  const primary = fields.number('primary', PORT)
  if (primary !== null) settings.primary = primary
  const secondary = fields.number('secondary', PORT)
  if (secondary !== null) settings.secondary = secondary
  const ap = fields.numbers('ap', PORT)
  if (ap !== null) settings.ap = ap
  const p2p = fields.numbers('p2p', PORT)
  if (p2p !== null) settings.p2p = p2p
  return settings
}

/** undefined: not given; null: given as unknown. */
function bitOrUnknown(fields: FieldReader, key: string): Bit | null | undefined {
  const text = fields.text(key)
  if (text === null) return undefined
  if (text !== '0' && text !== '1' && text !== '?') fields.fail(`${key}=${text} is none of 0, 1, ?`)
  return text === '?' ? null : (Number(text) as Bit)
}
