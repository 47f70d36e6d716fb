import type {Mac} from '../../events/units.js'
import type {ScenarioRecord} from './scenario.js'
import type {Addresses} from './values/addresses.js'

/**
 * `multi-link` of an SAE indication says that the AP advertises Multi-Link: its beacon among the candidates of the
 * task, which came earlier, carries the element. By task: link address to MLD address, if said.
 */
export function advertisedLinks(
  inTime: readonly ScenarioRecord[],
  addresses: Addresses,
): Map<ScenarioRecord, Map<Mac, Mac | null>> {
  const byTask = new Map<ScenarioRecord, Map<Mac, Mac | null>>()
  const tasks = new Map<string, ScenarioRecord>()
  for (const source of inTime) {
    const {message, record, adapterKey} = source
    const station = `${adapterKey ?? ''}@${record.port ?? '?'}`
    if (record.kind === 'M1' && (message.name === 'TASK_ROAM' || message.name === 'TASK_CONNECT')) {
      tasks.set(station, source)
    }
    const task = tasks.get(station)
    if (message.name !== 'SAE_AUTH_PARAMS_NEEDED' || task === undefined) continue
    const link = multiLinkOf(source, addresses)
    if (link === null) continue
    const links = byTask.get(task) ?? new Map<Mac, Mac | null>()
    links.set(link.bssid, link.mld ?? links.get(link.bssid) ?? null)
    byTask.set(task, links)
  }
  return byTask
}

function multiLinkOf(
  source: ScenarioRecord,
  addresses: Addresses,
): {readonly bssid: Mac; readonly mld: Mac | null} | null {
  const {fields} = source.record
  const words = fields.flatMap(field => (field.kind === 'word' && !field.negated ? [field.text] : []))
  const bssid = words.map(word => addresses.find(word)).find(address => address !== undefined)
  if (bssid === undefined || !words.includes('multi-link')) return null
  const mld = fields.find(field => field.kind === 'pair' && field.key === 'mld')
  const text = mld?.kind === 'pair' ? mld.atoms[0]?.text : undefined
  return {bssid, mld: text === undefined ? null : (addresses.find(text) ?? null)}
}
