import {ScenarioError} from '../scenario-error.js'
import {type Moment, parseMilliseconds} from '../values/milliseconds.js'
import {FieldParser} from './field-parser.js'
import type {Field} from './notation.js'

export type Kind = 'M1' | 'M3' | 'IND' | 'LOG'

/** The columns of a record; what they mean depends on the event. */
export interface RecordLine {
  /** null: only embedded records may lack their time. */
  readonly at: Moment | null
  readonly kind: Kind
  readonly event: string
  /** null: not exported. */
  readonly port: number | null
  readonly adapter: string | null
  /** null: the record has no such field. */
  readonly transactionId: number | null
  readonly fields: readonly Field[]
}

const TIME = '([+-]?\\d+(?:\\.\\d+)?)'
const START = new RegExp(`^${TIME}[ \\t]+(?:M1|M3|IND|LOG)(?=[ \\t]|$)`)
const COLUMNS = new RegExp(`^(?:${TIME}[ \\t]+)?(M1|M3|IND|LOG)(?:[ \\t]+(\\S+))?(?:[ \\t]+(\\S+))?(?:[ \\t]+(.*))?$`)
const PORT = /^(?:(\d{1,5})|(adapter)|(\?))(?:@([\p{L}\p{N}][\p{L}\p{N}_.-]*))?$/u
const TRANSACTION = /^(-|\d+|0x[0-9a-f]+)(?:[ \t]+|$)/i

/** Time, then M1, M3, IND or LOG: how a record of a scenario begins. */
export const startsLikeRecord = (text: string): boolean => START.test(text)

/**
 * Columns and fields of one record, without comment and outer blanks.
 * Null: the line has not the form of a record at all. Throws a ScenarioError where it has and breaks it.
 */
export function parseRecordLine(text: string, line: number, isAddress: (word: string) => boolean): RecordLine | null {
  const match = COLUMNS.exec(text)
  if (match === null) return null
  const [, time, kind, event, portColumn = '', rest = ''] = match
  if (event === undefined) throw new ScenarioError(line, `${kind} needs an event after it`)
  const port = PORT.exec(portColumn)
  if (port === null) {
    throw new ScenarioError(line, `${event} needs a port (a number, "adapter" or "?"), not "${portColumn}"`)
  }
  const number = port[1] === undefined ? null : Number(port[1])
  if (number !== null && number > 0xffff) throw new ScenarioError(line, `port ${number} is above 65535`)
  const transaction = TRANSACTION.exec(rest)
  return {
    at: time === undefined ? null : parseTime(time, line),
    kind: kind as Kind,
    event,
    port: port[2] === undefined ? number : 0xffff,
    adapter: port[4] ?? null,
    transactionId: transaction === null ? null : transactionOf(transaction[1] as string, line),
    fields: parseFields(transaction === null ? rest : rest.slice(transaction[0].length), line, isAddress),
  }
}

function parseTime(text: string, line: number): Moment {
  const moment = parseMilliseconds(text)
  if (moment === null) throw new ScenarioError(line, `"${text}" is no time in milliseconds`)
  return moment
}

function transactionOf(text: string, line: number): number {
  if (text === '-') return 0
  const id = Number(text)
  if (id > 0xffffffff) throw new ScenarioError(line, `transaction id ${text} does not fit into 32 bits`)
  return id
}

export function parseFields(text: string, line: number, isAddress: (word: string) => boolean): Field[] {
  try {
    return new FieldParser(text, isAddress).parse()
  } catch (error) {
    throw new ScenarioError(line, (error as Error).message)
  }
}
