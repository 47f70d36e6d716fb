import type {Field} from './fields.js'

export type Kind = 'M1' | 'M3' | 'IND' | 'LOG'

/** One record of a scenario, before it is text. Injections change it in place. */
export interface Line {
  /** µs. */
  at: number
  kind: Kind
  event: string
  port: number | 'adapter'
  /** 0: written as "-". null: the record has no such column. */
  id: number | null
  fields: Field[]
  /** The record does not say to which adapter it belongs. */
  anonymous?: true
}
