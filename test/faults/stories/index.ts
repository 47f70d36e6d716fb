import type {Story} from '../trace/story.js'
import type {AdapterWorld, Model, PortWorld} from '../world.js'
import {close, connectivity, discover, open, radio, softAp, systemLog, upperEdge} from './adapter-object.js'
import type {AssociationWish} from './association.js'
import {aborted, kicked} from './broken.js'
import {
  type LegacyWish,
  legacyConnect,
  legacyDisconnect,
  legacyQuality,
  legacyReset,
  legacyRoam,
  legacyRoamRepeated,
  legacyScan,
} from './legacy.js'
import {linkChange, listQuery, lowLatency, properties, rekey, triggerOnly} from './quiet.js'
import type {Scribe} from './scribe.js'
import {
  connect,
  connectFailed,
  disconnect,
  report,
  reset,
  roam,
  roamFailed,
  scan,
  scanAborted,
  stay,
} from './station-tasks.js'

export type Wish = AssociationWish & LegacyWish

interface Kind {
  /** Connection that the port must have: that there is one, that there is none; null: no matter. */
  readonly linked: boolean | null
  readonly models: readonly Model[]
  /** How often it is drawn. */
  readonly weight: number
  /** ms of silence before it. */
  readonly gap: readonly [number, number]
  readonly role?: 'ap'
  fits?(port: PortWorld, world: AdapterWorld): boolean
  tell(scribe: Scribe, wish?: Wish): Story
}

const WDI: readonly Model[] = ['wificx', 'wdi']
const LEGACY: readonly Model[] = ['native80211']
/** Roams apart enough for neither ping-pong nor storm. */
const CALM = [13_000, 40_000] as const
const SOON = [500, 8000] as const

/** Kinds of stories. Every one of them is what a conformant driver and host do. */
export const STORIES: Readonly<Record<string, Kind>> = {
  roam: {linked: true, models: WDI, weight: 8, gap: CALM, tell: roam},
  connect: {linked: false, models: WDI, weight: 6, gap: CALM, tell: connect},
  stay: {linked: true, models: WDI, weight: 1, gap: [35_000, 50_000], tell: stay},
  'roam failed': {linked: true, models: WDI, weight: 1, gap: CALM, tell: roamFailed},
  'connect failed': {linked: false, models: WDI, weight: 1, gap: CALM, tell: connectFailed},
  scan: {linked: null, models: WDI, weight: 2, gap: SOON, tell: scan},
  'scan aborted': {linked: null, models: WDI, weight: 1, gap: SOON, tell: scanAborted},
  disconnect: {linked: true, models: WDI, weight: 1, gap: SOON, tell: disconnect},
  reset: {linked: false, models: WDI, weight: 0.5, gap: SOON, tell: reset},
  kicked: {linked: true, models: WDI, weight: 1, gap: SOON, tell: kicked},
  'roam aborted early': {
    linked: true,
    models: WDI,
    weight: 0.5,
    gap: CALM,
    tell: s => aborted(s, {task: 'TASK_ROAM', when: 'before'}),
  },
  'roam aborted late': {
    linked: true,
    models: WDI,
    weight: 0.5,
    gap: CALM,
    tell: s => aborted(s, {task: 'TASK_ROAM', when: 'after'}),
  },
  'connect aborted': {
    linked: false,
    models: WDI,
    weight: 0.5,
    gap: CALM,
    tell: s => aborted(s, {task: 'TASK_CONNECT', when: 'after'}),
  },
  report: {linked: true, models: WDI, weight: 1, gap: SOON, tell: report},
  rekey: {linked: true, models: WDI, weight: 0.5, gap: SOON, fits: ({known}) => known, tell: rekey},
  'link change': {
    linked: true,
    models: ['wificx'],
    weight: 1,
    gap: SOON,
    fits: ({known, link}) => known && link?.mlo === true,
    tell: linkChange,
  },
  'low latency': {linked: true, models: WDI, weight: 0.5, gap: CALM, tell: lowLatency},
  'trigger only': {linked: true, models: WDI, weight: 0.3, gap: CALM, tell: triggerOnly},
  properties: {linked: null, models: WDI, weight: 1, gap: SOON, tell: properties},
  'list query': {linked: null, models: WDI, weight: 0.7, gap: SOON, tell: listQuery},
  radio: {linked: null, models: WDI, weight: 0.5, gap: SOON, tell: radio},
  open: {linked: null, models: WDI, weight: 0, gap: SOON, tell: open},
  close: {linked: null, models: WDI, weight: 0, gap: SOON, tell: close},
  discover: {linked: null, models: WDI, weight: 0.5, gap: SOON, tell: discover},
  connectivity: {linked: null, models: WDI, weight: 0.3, gap: SOON, tell: connectivity},
  'upper edge': {linked: null, models: [...WDI, ...LEGACY], weight: 0.5, gap: SOON, tell: upperEdge},
  'system log': {linked: null, models: WDI, weight: 0.5, gap: SOON, tell: systemLog},
  'soft ap': {linked: null, models: WDI, weight: 1, gap: SOON, role: 'ap', tell: softAp},
  'legacy connect': {linked: false, models: LEGACY, weight: 5, gap: CALM, tell: legacyConnect},
  'legacy roam': {linked: true, models: LEGACY, weight: 4, gap: CALM, tell: legacyRoam},
  'legacy roam repeated': {linked: true, models: LEGACY, weight: 2, gap: CALM, tell: legacyRoamRepeated},
  'legacy disconnect': {linked: true, models: LEGACY, weight: 1, gap: SOON, tell: legacyDisconnect},
  'legacy reset': {linked: null, models: LEGACY, weight: 1, gap: SOON, tell: legacyReset},
  'legacy scan': {linked: null, models: LEGACY, weight: 1, gap: SOON, tell: legacyScan},
  'legacy quality': {linked: true, models: LEGACY, weight: 1, gap: SOON, tell: legacyQuality},
}

export function fits(kind: string, port: PortWorld, world: AdapterWorld): boolean {
  const {linked, models, role = 'station', fits: own} = STORIES[kind] as Kind
  if (!models.includes(world.model) || port.role !== role) return false
  if (linked !== null && linked !== (port.link !== null)) return false
  return own?.(port, world) ?? true
}
