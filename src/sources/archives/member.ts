import type {Source} from '../source.js'
import type {ZipPlace} from '../zip-source.js'
import type {Store} from './store.js'

/** Where an archive is. */
export interface Home {
  /** As reports call it. */
  readonly path: string
  /** The caller closes it. */
  open(): Promise<Store>
  /** Where on disk its bytes are as they are; null: nowhere. */
  readonly place: Omit<ZipPlace, 'entry'> | null
}

/** A file in an archive. */
export interface Member {
  readonly name: string
  /** Why it cannot be read at all, as the rest of a sentence; null: it can be tried. */
  readonly refusal: string | null
  /** A symbolic link. */
  readonly link: boolean
  /** It may be an archive itself. */
  readonly nested: boolean
  source(path: string): Source
  /** The same as an archive. */
  home(path: string): Home
}

export interface Members {
  readonly members: readonly Member[]
  /** Why these are not all, as the rest of a sentence about the archive; null: they are. */
  readonly failure: string | null
}
