import {archiveKind} from '../archive-kind.js'
import {unpacked} from '../unpacked.js'
import {zipSource} from '../zip-source.js'
import type {Held} from './held.js'
import type {Home, Member, Members} from './member.js'
import {fileStore, type Store, stretch} from './store.js'
import {startOf, zipBytes, zipHead} from './zip-bytes.js'
import {zipListing} from './zip-directory.js'
import {refusal, STORED, type ZipEntry} from './zip-entry.js'

/** The name of a file in every document of Office, which is a ZIP archive too. */
const OFFICE = '[Content_Types].xml'

export async function zipMembers(home: Home, held: Held): Promise<Members> {
  const store = await home.open()
  try {
    const {entries, failure} = await zipListing(store)
    if (entries.some(({name}) => name === OFFICE)) {
      return {members: [], failure: 'is an Office document, not a trace; save the table as CSV first'}
    }
    return {members: entries.map(entry => memberOf(entry, store, home, held)), failure}
  } finally {
    store.close()
  }
}

function memberOf(entry: ZipEntry, store: Store, home: Home, held: Held): Member {
  const {place} = home
  const refused = refusal(entry)
  const start = startOf(store, entry)
  async function* read(path: string): AsyncGenerator<Uint8Array> {
    const store = await home.open()
    try {
      yield* zipBytes(store, entry, path)
    } finally {
      store.close()
    }
  }
  return {
    name: entry.name,
    refusal: refused,
    link: entry.link,
    nested: refused === null && archiveKind(zipHead(store, entry)) !== null,
    source: path =>
      place === null ? {path, bytes: () => unpacked(path, () => read(path))} : zipSource(path, {...place, entry}),
    home(path) {
      if (entry.method !== STORED || place === null || start === null) {
        return {path, place: null, open: () => held.store(entry, path, () => read(path))}
      }
      const inside = {file: place.file, start: place.start + start, length: entry.packed}
      return {path, place: inside, open: async () => stretch(fileStore(inside.file), inside.start, inside.length)}
    },
  }
}
