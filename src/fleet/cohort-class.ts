import {CLASS_OF_AUTH, pmkidsFor} from '../sessions/security-class.js'
import type {SecurityClass, Session} from '../sessions/session.js'
import type {Reader} from '../wdi/reader.js'

const CONNECTS: ReadonlySet<Session['kind']> = new Set(['roam', 'connect', 'legacy-roam', 'legacy-connect'])
const WPA3_SAE = 9

/**
 * Class by which a session is counted in cohorts and codes. Only a success has one by rules.md A.4; without it the
 * failures of a class would be in no cohort, and each class a full success. So for other connects and roams it is the
 * class that the last attempt was heading for, as far as that shows. null: not a connect or roam.
 */
export function cohortClass(session: Session, reader: Reader): SecurityClass | null {
  if (session.class !== null || !CONNECTS.has(session.kind)) return session.class
  const {attempts, ft, sae, task} = session
  const last = attempts.at(-1)
  const ofLast = ({bssid}: {readonly bssid: string | null}) => last === undefined || bssid === last.bssid
  if (ft.some(ofLast)) return 'ft'
  if (sae.some(ofLast)) return 'sae'
  if (task?.m1 == null) return 'unknown'
  if (last !== undefined && pmkidsFor(task, last, reader).length > 0) return 'pmkid'
  const offered = new Set((reader.connectTask(task.m1).auth ?? []).map(classOfAuth))
  const [only] = offered
  return offered.size === 1 && only !== undefined ? only : 'unknown'
}

function classOfAuth(auth: number): SecurityClass {
  return auth === WPA3_SAE ? 'sae' : (CLASS_OF_AUTH.get(auth) ?? 'unknown')
}
