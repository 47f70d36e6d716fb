import type {Model} from '../parsers/capabilities.js'
import type {AssociationEntry, ConnectTask} from '../wdi/facts.js'

/**
 * Is the association that a result reports a multi-link one? It needs the task's permission and shows as a Multi-Link
 * element in the request. `given`: parameters of the task, null where they are unknown. null: cannot be said.
 */
export function isMlo(
  {request}: Pick<AssociationEntry, 'request'>,
  given: ConnectTask | null,
  model: Model,
): boolean | null {
  if (model === 'wdi') return false
  if (request?.multiLink !== undefined) return request.multiLink
  return given?.settings?.mloConnectionSupported === 0 ? false : null
}
