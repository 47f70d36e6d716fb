import {FIELD_NAMES} from '../../../autoconfig/field-names.js'
import {messageByName} from '../../../wdi/messages.js'
import type {FieldReader} from '../grammar/field-reader.js'
import {parseMilliseconds} from '../values/milliseconds.js'
import type {ReadText} from './context.js'
import {TextFieldList} from './text-fields.js'

/** LOG records, scenario.md 5.4, as text fields of the same names. */

export const resetRecovery: ReadText = fields => {
  const command = fields.text('command')
  const message = command === null ? undefined : messageByName(command)
  if (command !== null && message?.kind !== 'task' && message?.kind !== 'property') {
    fields.fail(`"${command}" after command= is neither task nor property`)
  }
  return new TextFieldList()
    .add('trigger', fields.number('trigger'))
    .add('command', message?.name ?? null)
    .add('first', fields.number('first') ?? 0).fields
}

export const autoConfig: ReadText = fields => {
  const list = new TextFieldList().add('peer', fields.address())
  for (const name of FIELD_NAMES) list.add(name, fields.text(name))
  return list.fields
}

export const timeChange: ReadText = fields => new TextFieldList().add('by', milliseconds(fields, 'by')).fields

export const power: ReadText = fields => {
  const state = fields.text('state')
  if (state !== null && state !== 'sleep' && state !== 'resume') fields.fail('state= of POWER is sleep or resume')
  return new TextFieldList().add('state', state).fields
}

export const noText: ReadText = () => new TextFieldList().fields

function milliseconds(fields: FieldReader, key: string): string | null {
  const text = fields.text(key)
  if (text !== null && parseMilliseconds(text) === null) fields.fail(`${key}=${text} is no number of milliseconds`)
  return text
}
