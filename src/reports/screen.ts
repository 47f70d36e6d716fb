import type {ChalkInstance} from 'chalk'

/** What an output can show. */
export interface Screen {
  readonly chalk: ChalkInstance
  /** Columns, 60 to 140. */
  readonly width: number
  /** False: nothing but ASCII. */
  readonly unicode: boolean
}
