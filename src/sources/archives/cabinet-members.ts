import {unpacked} from '../unpacked.js'
import {CabinetBytes} from './cabinet-bytes.js'
import {type CabinetFile, cabinetListing} from './cabinet-listing.js'
import type {Held} from './held.js'
import type {Home, Member, Members} from './member.js'

export async function cabinetMembers(home: Home, held: Held): Promise<Members> {
  const store = await home.open()
  try {
    const {entries, failure} = cabinetListing(store)
    const bytes = new CabinetBytes()
    return {members: entries.map(file => memberOf(file, bytes, home, held)), failure}
  } finally {
    store.close()
  }
}

function memberOf(file: CabinetFile, bytes: CabinetBytes, home: Home, held: Held): Member {
  async function* read(path: string): AsyncGenerator<Uint8Array> {
    const store = await home.open()
    try {
      yield* bytes.read(store, file, path)
    } finally {
      store.close()
    }
  }
  return {
    name: file.name,
    refusal: file.refusal,
    link: false,
    // Its first bytes would cost unpacking all that is before them.
    nested: /\.(zip|cab)$/i.test(file.name),
    source: path => ({path, bytes: () => unpacked(path, () => read(path))}),
    home: path => ({path, place: null, open: () => held.store(file, path, () => read(path))}),
  }
}
