import {reasonWords} from '../../autoconfig/reasons.js'
import {type Micros, seconds} from '../../events/units.js'
import type {Unplaced} from '../build-session.js'
import type {WindowsView} from './view.js'

/** The two tell of one thing at slightly different times (heuristic). */
const NEAR = seconds(2)

/**
 * One session where driver and Windows tell of the same connect or roam: the driver's, with what Windows says of it.
 * Where the driver's messages were recorded, a fragment of Windows' story adds no session of its own.
 */
export function joinViews(driver: readonly Unplaced[], windows: readonly Unplaced[]): Unplaced[] {
  if (driver.length === 0 || windows.length === 0) return [...driver, ...windows]
  const taken = new Map<Unplaced, Unplaced>()
  const alone = windows.filter(told => {
    const same = driver.findLast(session => !taken.has(session) && isSame(session, told))
    if (same !== undefined) taken.set(same, told)
    return same === undefined && !told.partial && !isDisconnectOf(driver, told)
  })
  return [
    ...driver.map(session => {
      const told = taken.get(session)
      return told === undefined ? session : joined(session, told)
    }),
    ...alone,
  ]
}

const endOf = ({startUs, endUs, events}: Unplaced): Micros => endUs ?? events.at(-1)?.atUs ?? startUs

function isSame(driver: Unplaced, told: Unplaced): boolean {
  if (driver.adapter !== told.adapter || driver.kind !== told.kind) return false
  return driver.startUs <= endOf(told) + NEAR && endOf(driver) >= told.startUs - NEAR
}

/** What the driver tells as a disconnect or as the roam that lost the link, Windows tells once more. */
function isDisconnectOf(driver: readonly Unplaced[], told: Unplaced): boolean {
  if (told.kind !== 'disconnect') return false
  return driver.some(session => session.disassociations.some(({atUs}) => Math.abs(atUs - told.startUs) <= NEAR))
}

function joined(session: Unplaced, {phases, windows, events}: Unplaced): Unplaced {
  if (!windows) return session
  const onex = phases.filter(({name}) => name === '802.1x')
  return {
    ...session,
    phases: [...session.phases, ...onex],
    told: events,
    windows: {...windows, disagreement: disagreement(session, windows)},
  }
}

/** The driver knows its own work; Windows knows whether a connection came of it. */
function disagreement({kind, outcome}: Unplaced, {outcome: told, reason}: WindowsView): string | null {
  if (outcome === null || told === null || (outcome === 'success') === (told === 'success')) return null
  if (told === 'incomplete' || outcome === 'incomplete') return null
  const why = reason?.code != null ? `: ${reasonWords(reason.code)}` : ''
  return `the driver reports the ${kind} as ${outcome}, Windows as ${told}${why}`
}
