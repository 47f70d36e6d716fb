import type {FtAnswer, FtIndication} from '../facts.js'
import {bssidOf} from './bssid.js'
import type {EventView} from './event-view.js'
import {authenticationIn} from './frames.js'
import {map, numberIn} from './node-values.js'
import {one} from './scope.js'

export function readFtIndication(view: EventView): FtIndication {
  const {scope} = view
  return {
    bssid: bssidOf(view),
    request: authenticationIn(one(scope, 'FT_AUTH_REQUEST')),
    response: authenticationIn(one(scope, 'FT_AUTH_RESPONSE')),
  }
}

export function readFtAnswer(view: EventView): FtAnswer {
  const {scope} = view
  const length = (name: string) => map(one(scope, name), node => node.length)
  return {
    status: view.prefer('status', numberIn(one(scope, 'STATUS'), 'ndisStatus'), view.text.number('status')),
    rsnBytes: length('FT_RSNIE'),
    mdeBytes: length('FT_MDE'),
    fteBytes: length('FT_FTE'),
  }
}
