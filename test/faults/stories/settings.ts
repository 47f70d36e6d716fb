import type {Random} from '../random.js'
import type {Field} from '../trace/fields.js'
import type {Ap} from '../world.js'
import type {Security} from './security.js'

export interface SettingsWish {
  readonly roam: boolean
  readonly reason: number
  readonly auth: string
  readonly security: Security
  readonly mlo: boolean
  readonly entries: readonly Ap[]
  readonly unused: readonly Ap[]
}

/** Connection settings and lists of a task, all of them such that the rest of the story obeys them. */
export function makeSettings(rng: Random, wish: SettingsWish): Field[] {
  const {roam, auth, security, mlo} = wish
  const fields: Field[] = [`auth=${auth}`, `RoamFlag=${roam ? 1 : rng.int(0, 1)}`]
  if (roam) fields.push(`RoamNeededReason=${wish.reason}`)
  const sometimes = (field: Field, probability = 0.15) => {
    if (rng.chance(probability)) fields.push(field)
  }
  if (mlo) fields.push('MloConnectionSupported=1')
  if (mlo && rng.chance(0.5)) fields.push(`pairs=${security === 'sae' ? '8/GCMP256,24/GCMP256' : '5/GCMP256'}`)
  if (security === 'owe') fields.push(`owe-dh=D${rng.int(1, 9)}`)
  if (security !== 'open') sometimes('MFPEnabled=1', 0.3)
  if (!fields.includes('MFPEnabled=1') && (security === '8021x' || security === 'psk'))
    sometimes('HostFIPSModeEnabled=1', 0.1)
  sometimes('BSSTransitionSupported=1')
  sometimes('MSCSSupported=1', 0.1)
  sometimes('ies=221/506f9a:10')
  sometimes(`allowed=${rng.pick(['ALL', wish.entries.map(ap => ap.name).join(',')])}`, 0.1)
  if (wish.unused.length > 0) sometimes(`disallowed=${(wish.unused[0] as Ap).name}`, 0.1)
  sometimes('phy=HE,VHT', 0.1)
  if (roam) sometimes('RoamTrigger=1', 0.05)
  return fields
}
