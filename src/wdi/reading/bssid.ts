import type {Mac, Maybe} from '../../events/units.js'
import type {EventView} from './event-view.js'
import {textIn} from './node-values.js'
import {one} from './scope.js'

/** BSSID of a message that is about one AP. */
export const bssidOf = (view: EventView): Maybe<Mac> =>
  view.prefer('BSSID', textIn(one(view.scope, 'BSSID'), 'bssid'), view.text.mac('bssid', 'mac'))
