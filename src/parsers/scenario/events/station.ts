import type {Hex, Mac} from '../../../events/units.js'
import type {WantedElement} from '../values/wanted-element.js'
import type {CandidateFacts, FtExchange, FtParts, TaskFacts} from './task-facts.js'

/** One station port of one adapter, as far as frames of later records depend on what was said before. */
export class Station {
  task: TaskFacts | null = null
  /** Entries of SET_ASSOCIATION_PARAMETERS since the task. */
  late: readonly CandidateFacts[] = []
  /** Public key of the host's latest OWE element. */
  owePublicKey: Uint8Array | null = null
  /** The AP that the port was last associated to, as far as the scenario shows. */
  lastPeer: Mac | null = null
  readonly ft = new Map<Mac, FtExchange>()
  /** MLD address by link address, where a frame tells it. */
  readonly mlds = new Map<Mac, Mac>()
  /** Link addresses of associations with a Multi-Link element. */
  readonly multiLinkPeers = new Set<Mac>()

  startTask(task: TaskFacts): void {
    this.task = task
    this.late = []
    for (const candidate of task.candidates) this.learnMld(candidate.bssid, candidate.mld)
  }

  learnMld(bssid: Mac | null, mld: Mac | null): void {
    if (bssid !== null && mld !== null) this.mlds.set(bssid, mld)
  }

  candidate(bssid: Mac | null): CandidateFacts | null {
    return this.task?.candidates.find(candidate => candidate.bssid === bssid) ?? null
  }

  /** The PMKID that the host gave for the AP last. */
  pmkid(bssid: Mac | null): Hex | null {
    const given = [...this.late].reverse().find(entry => entry.bssid === bssid && entry.pmkid !== null)
    return given?.pmkid ?? this.candidate(bssid)?.pmkid ?? null
  }

  /** FT parameters for the AP, else those of any candidate: a driver with its own candidate takes one of the host's. */
  ftParts(bssid: Mac | null): FtParts | null {
    return this.candidate(bssid)?.ft ?? this.task?.candidates.find(candidate => candidate.ft !== null)?.ft ?? null
  }

  /** Elements that the host wants in the request to the AP. */
  extraElements(bssid: Mac | null): readonly WantedElement[] {
    return [...(this.task?.elements ?? []), ...(this.candidate(bssid)?.elements ?? [])]
  }

  /** The SSID of a request: the first that the task names. */
  get ssid(): string {
    return this.task?.ssids.find(ssid => ssid !== '*') ?? 'net'
  }

  /** Link addresses of an MLD, the associated one first. */
  linksOf(mld: Mac): Mac[] {
    return [...this.mlds].flatMap(([link, address]) => (address === mld ? [link] : []))
  }
}

/** Stations by adapter and port. */
export class Stations {
  readonly #stations = new Map<string, Station>()

  of(adapter: string | null, port: number | null): Station {
    const key = `${adapter ?? ''}@${port ?? '?'}`
    const known = this.#stations.get(key)
    if (known !== undefined) return known
    const station = new Station()
    this.#stations.set(key, station)
    return station
  }
}
