import type {TraceEvent} from '../events/event.js'
import type {AdapterFacts, Capabilities, Model} from '../parsers/capabilities.js'
import type {Adapter, AdapterAssignment} from './adapter.js'

const UNDECLARED: AdapterFacts = {
  name: null,
  model: null,
  override: null,
  bssCache: null,
  pmkidCapable: null,
  primaryPort: null,
  secondaryPort: null,
  apPorts: [],
  p2pPorts: [],
  labels: {},
}

interface Draft {
  readonly key: string | null
  readonly facts: AdapterFacts
  readonly events: TraceEvent[]
}

/**
 * Assigns events to adapters by name, handle, interface GUID, or an activity id seen with one of them;
 * the only adapter of a capture owns every record (rules.md A.0). `forced` is the user's --model.
 */
export function assignAdapters(
  events: readonly TraceEvent[],
  stated: Capabilities | null,
  forced: Model | null,
): AdapterAssignment {
  const drafts = new Map<string, Draft>()
  const open = (key: string, facts: AdapterFacts) => drafts.set(key, {key, facts, events: []})
  for (const facts of stated?.adapters ?? []) if (facts.name !== null) open(identity(facts.name), facts)
  const defaults: AdapterFacts = stated === null ? UNDECLARED : {...stated.defaults, name: null}
  const byActivity = new Map<string | null, string>()
  for (const event of events) {
    if (event.adapterKey === null) continue
    const key = identity(event.adapterKey)
    if (!drafts.has(key) && event.step !== 'LOG') open(key, {...defaults, name: event.adapterKey})
    byActivity.set(event.activityId, key)
  }
  // What Windows logs names interfaces; they count where no driver speaks, which would call them something else.
  if (drafts.size === 0) {
    for (const {adapterKey} of events) {
      if (adapterKey !== null && !drafts.has(identity(adapterKey)))
        open(identity(adapterKey), {...defaults, name: adapterKey})
    }
  }
  if (drafts.size === 0 && events.length > 0) open('', defaults)
  const [only] = drafts.values()
  if (only !== undefined && drafts.size === 1) {
    const adapter = adapterFrom(only.facts, '0', events, forced)
    return {adapters: [adapter], adapterOf: new Array<Adapter>(events.length).fill(adapter)}
  }
  const owners = events.map(event => {
    const key = keyOf(event, byActivity)
    const draft = key === null ? undefined : drafts.get(key)
    draft?.events.push(event)
    return draft
  })
  const adapters = new Map<Draft, Adapter>()
  for (const draft of drafts.values()) {
    adapters.set(draft, adapterFrom(draft.facts, String(adapters.size), draft.events, forced))
  }
  return {
    adapters: [...adapters.values()],
    adapterOf: owners.map(draft => (draft && adapters.get(draft)) ?? null),
  }
}

function adapterFrom(
  {name, model, ...facts}: AdapterFacts,
  id: string,
  events: readonly TraceEvent[],
  forced: Model | null,
): Adapter {
  return {...facts, id, name, model: forced ?? model ?? recognise(events), events}
}

function keyOf(event: TraceEvent, byActivity: ReadonlyMap<string | null, string>): string | null {
  if (event.adapterKey !== null) return identity(event.adapterKey)
  return event.activityId === null ? null : (byActivity.get(event.activityId) ?? null)
}

/** One spelling for handles and GUIDs, with or without braces. */
function identity(key: string): string {
  return key.toLowerCase().replace(/^\{|\}$/g, '')
}

/** rules.md 0.6. The indications that Windows makes of WDI messages on the same adapter do not make it a legacy one. */
function recognise(events: readonly TraceEvent[]): Model {
  let wdi = false
  let legacy = false
  let other: string | null = null
  for (const {message, provider} of events) {
    if (message.kind === 'legacy-indication' || message.kind === 'legacy-request') legacy = true
    else if (message.messageId !== null) {
      wdi = true
      // Most records have the provider of the one before.
      if (provider === null || provider === other) continue
      if (/wi-?fi-?cx/i.test(provider)) return 'wificx'
      other = provider
    }
  }
  if (wdi) return 'wdi'
  return legacy ? 'native80211' : 'unknown'
}
