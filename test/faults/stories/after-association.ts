import {type Field, item} from '../trace/fields.js'
import type {Line} from '../trace/line.js'
import {type Link, peerName} from '../world.js'
import type {Scribe} from './scribe.js'

/** SET_ADD_CIPHER_KEYS after a connect or roam: the pairwise key, and the group keys with it or by themselves. */
export function pairwiseKeys(scribe: Scribe, link: Link, mfp: boolean): void {
  const {story, rng} = scribe
  const pairwise = item('pairwise', `peer=${peerName(link)}`)
  const groups = groupKeys(link, mfp)
  const together = rng.chance(0.7)
  const [m1, m3] = scribe.property('SET_ADD_CIPHER_KEYS', together ? [pairwise, ...groups] : [pairwise])
  story.mark('key', m1)
  story.mark('keyDone', m3)
  if (together) return
  scribe.wait(0.3, 20)
  story.mark('groupKey', scribe.property('SET_ADD_CIPHER_KEYS', groups)[0])
}

/** Keys for everybody; on a Multi-Link connection one of a kind for each link. */
export function groupKeys({mlo}: Link, mfp: boolean): Field[] {
  const types = mfp ? ['group', 'igtk'] : ['group']
  return types.flatMap(type => (mlo ? [item(type, 'link=0'), item(type, 'link=1')] : [item(type)]))
}

export function linkReport(scribe: Scribe, link: Link, links = link.mlo ? 2 : 1): Line {
  const {rng} = scribe
  const fields: Field[] = [peerName(link), `quality=${rng.int(40, 95)}`, `links=${links}`]
  if (rng.chance(0.4)) fields.push(`rssi=${Array.from({length: links}, () => -60 + rng.int(-2, 2)).join(',')}`)
  return scribe.indicate('LINK_STATE_CHANGE', fields)
}
