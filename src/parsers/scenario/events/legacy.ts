import {dot11AssocStatus} from '../../../wdi/windot11.js'
import type {FieldReader} from '../grammar/field-reader.js'
import {AUTH, CIPHER, PHY} from '../values/named-numbers.js'
import {readSsid} from '../values/ssid.js'
import type {ReadText} from './context.js'
import {TextFieldList} from './text-fields.js'

/** Native 802.11 indications, scenario.md 5.5, as text fields of the same names. */

const ZERO = '00:00:00:00:00:00'

/** `UNREACHABLE`, `LOST`, … or a number. */
function assocStatus(fields: FieldReader, key: string): number | null {
  const text = fields.text(key)
  if (text === null) return null
  return dot11AssocStatus(text) ?? fields.toNumber(key, text, {})
}

/** Infrastructure where the line does not say it. */
function bss(fields: FieldReader): string {
  const text = fields.text('bss') ?? 'infrastructure'
  if (text !== 'adhoc' && text !== 'infrastructure') fields.fail(`bss=${text} is neither adhoc nor infrastructure`)
  return text
}

export const connectionStart: ReadText = fields => new TextFieldList().add('bss', bss(fields)).fields

export const legacyCompletion: ReadText = fields =>
  new TextFieldList().add('status', assocStatus(fields, 'status')).fields

export const roamingStart: ReadText = (fields, {complete}) =>
  new TextFieldList()
    .add('reason', assocStatus(fields, 'reason'))
    .add('bss', bss(fields))
    .add('adhoc-bssid', fields.addressOf('adhoc-bssid') ?? (complete ? ZERO : null))
    .add('adhoc-ssid', fields.text('adhoc-ssid') ?? (complete ? '' : null)).fields

export const associationStart: ReadText = fields =>
  new TextFieldList().add('mac', fields.addressOf('mac')).add('ssid', readSsid(fields)).add('bss', bss(fields)).fields

export const associationCompletion: ReadText = (fields, {complete}) => {
  const rest = complete ? 0 : null
  const beacon = fields.word('beacon')
  return new TextFieldList()
    .add('mac', fields.addressOf('mac'))
    .add('status', assocStatus(fields, 'status'))
    .add('auth', fields.number('auth', {names: AUTH}) ?? rest)
    .add('ucipher', fields.number('ucipher', {names: CIPHER}) ?? rest)
    .add('mcipher', fields.number('mcipher', {names: CIPHER}) ?? rest)
    .add('phy', ...(fields.numbers('phy', {names: PHY}) ?? []))
    .add('PortAuthorized', fields.bit('PortAuthorized') ?? rest)
    .add('four-address', fields.bit('four-address') ?? rest)
    .add('beacon', beacon === null ? rest : Number(beacon)).fields
}

export const legacyDisassociation: ReadText = fields =>
  new TextFieldList().add('mac', fields.addressOf('mac')).add('reason', assocStatus(fields, 'reason')).fields

export const phyStateChanged: ReadText = fields => new TextFieldList().add('state', fields.bit('state')).fields

export const mediaIndication: ReadText = fields => {
  const source = fields.text('source')
  if (source !== null && source !== 'filter' && source !== 'os')
    fields.fail(`source=${source} is neither filter nor os`)
  return new TextFieldList().add('source', source).fields
}
