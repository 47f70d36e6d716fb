// Literals that count in some cells of a record only: the provider's name, its GUID, the event id.
import {PLACES, ZONES} from './memory'

const MOST_PLACES: u32 = 32
const MOST_ZONES: u32 = 8

let places: u32 = 0
let zones: u32 = 0

export function clearZones(): void {
  places = zones = 0
}

/** False: there is no room to remember this place. */
export function addPlace(at: usize): bool {
  if (places == MOST_PLACES) return false
  store<u32>(PLACES + 4 * places, at)
  places++
  return true
}

/** A record has six at most. */
export function addZone(from: usize, to: usize): void {
  if (zones == MOST_ZONES) return
  store<u32>(ZONES + 8 * zones, from)
  store<u32>(ZONES + 8 * zones, to, 4)
  zones++
}

/** Whether a literal was found where it counts. */
export function isMarked(): bool {
  for (let i: u32 = 0; i < places; i++) {
    const at = load<u32>(PLACES + 4 * i)
    for (let j: u32 = 0; j < zones; j++) {
      if (at >= load<u32>(ZONES + 8 * j) && at < load<u32>(ZONES + 8 * j, 4)) return true
    }
  }
  return false
}
