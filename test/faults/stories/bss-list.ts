import {type Field, item} from '../trace/fields.js'
import type {Scribe} from './scribe.js'

/** One entry of a BSS list. All access points of a trace are about equally strong: nobody has a reason to roam. */
export function entry({rng, world}: Scribe): Field {
  const ssid = rng.chance(0.5) ? ['ssid=net'] : []
  return item(rng.pick(world.aps).name, `rssi=${-60 + rng.int(-2, 2)}`, ...ssid)
}
