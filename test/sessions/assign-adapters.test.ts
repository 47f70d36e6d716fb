import {describe, expect, it} from 'vitest'
import type {TraceEvent} from '../../src/events/event.js'
import type {AdapterFacts, Capabilities, Model} from '../../src/parsers/capabilities.js'
import {assignAdapters} from '../../src/sessions/assign-adapters.js'
import {legacyMessage, logMessage, requestMessage} from '../../src/wdi/messages.js'
import {event} from './events.js'

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
const {name: _, ...facts} = UNDECLARED

const ind = (adapterKey: string | null, activityId: string | null = null) =>
  event(0, 'IND', 'LINK_STATE_CHANGE', {adapterKey, activityId})
const log = (adapterKey: string | null) => ({
  ...ind(adapterKey),
  step: 'LOG' as const,
  message: logMessage('BOOT') ?? ind('').message,
})

function stated(defaults: Partial<AdapterFacts>, ...adapters: Partial<AdapterFacts>[]): Capabilities {
  const known = adapters.map(adapter => ({...UNDECLARED, ...adapter}))
  return {defaults: {...facts, ...defaults}, adapters: known} as unknown as Capabilities
}

/** Id, name, model and the numbers of the records of each adapter, and the owner of each record. */
function assigned(
  events: readonly TraceEvent[],
  capabilities: Capabilities | null = null,
  forced: Model | null = null,
) {
  const {adapters, adapterOf} = assignAdapters(events, capabilities, forced)
  return {
    adapters: adapters.map(({id, name, model, events: own}) => ({
      id,
      name,
      model,
      own: own.map(one => events.indexOf(one)),
    })),
    owners: adapterOf.map(adapter => adapter?.id ?? null),
  }
}

describe('whose record it is (A.0)', () => {
  it('the only adapter owns every record', () => {
    expect(assigned([ind(null), ind('{AB}'), log('other'), ind('ab')])).toEqual({
      adapters: [{id: '0', name: '{AB}', model: 'wdi', own: [0, 1, 2, 3]}],
      owners: ['0', '0', '0', '0'],
    })
  })

  it('without any name there is one, and none without records', () => {
    expect(assigned([ind(null)])).toEqual({adapters: [{id: '0', name: null, model: 'wdi', own: [0]}], owners: ['0']})
    expect(assigned([])).toEqual({adapters: [], owners: []})
    expect(assigned([], stated({}))).toEqual({adapters: [], owners: []})
  })

  it('handles and GUIDs in any case, with or without braces; records without name belong to nobody', () => {
    expect(assigned([ind('{aB}'), ind('0xC0'), ind('Ab'), ind(null), ind('{AB}'), ind('0XC0'), log('0xD0')])).toEqual({
      adapters: [
        {id: '0', name: '{aB}', model: 'wdi', own: [0, 2, 4]},
        {id: '1', name: '0xC0', model: 'wdi', own: [1, 5]},
      ],
      owners: ['0', '1', '0', null, '0', '1', null],
    })
  })

  it('a brace inside is part of the name', () => {
    expect(assigned([ind('a}b'), ind('ab'), ind('a{b')]).owners).toEqual(['0', '1', '2'])
  })

  it('an empty or blank name is not that of records without', () => {
    expect(assigned([ind('{}'), ind(' '), ind('a'), ind(null)]).owners).toEqual(['0', '1', '2', null])
  })

  it('an activity id leads to the adapter that another record names, earlier or later', () => {
    const events = [ind(null, 'x'), ind('a', 'x'), ind('b', 'y'), ind(null, 'x'), ind(null, 'y'), ind(null, 'z')]
    expect(assigned(events)).toEqual({
      adapters: [
        {id: '0', name: 'a', model: 'wdi', own: [0, 1, 3]},
        {id: '1', name: 'b', model: 'wdi', own: [2, 4]},
      ],
      owners: ['0', '0', '1', '0', '1', null],
    })
    expect(assigned([ind('a'), ind('b'), ind(null)]).owners).toEqual(['0', '1', null])
  })

  it('declared adapters come first, one that never appears included', () => {
    const two = stated({}, {name: 'B', model: 'wificx', apPorts: [2]}, {name: 'C'})
    expect(assigned([ind('a'), ind('b')], two)).toEqual({
      adapters: [
        {id: '0', name: 'B', model: 'wificx', own: [1]},
        {id: '1', name: 'C', model: 'unknown', own: []},
        {id: '2', name: 'a', model: 'wdi', own: [0]},
      ],
      owners: ['2', '0'],
    })
  })

  it('facts: those of the declaration, else those of the capture', () => {
    const {adapters} = assignAdapters([ind('a'), ind('b')], stated({override: 1}, {name: 'b', primaryPort: 3}), null)
    expect(adapters).toEqual([
      {...facts, id: '0', name: 'b', model: 'wdi', primaryPort: 3, events: [ind('b')]},
      {...facts, id: '1', name: 'a', model: 'wdi', override: 1, events: [ind('a')]},
    ])
    const [only] = assignAdapters([ind(null)], stated({override: 1}), null).adapters
    expect(only).toEqual({...facts, id: '0', name: null, model: 'wdi', override: 1, events: [ind(null)]})
    const [undeclared] = assignAdapters([ind(null)], null, null).adapters
    expect(undeclared).toEqual({...facts, id: '0', name: null, model: 'wdi', events: [ind(null)]})
  })

  it('facts that are declared without a name declare no adapter', () => {
    expect(assigned([ind('a')], stated({}, {name: null, model: 'wificx'})).adapters).toEqual([
      {id: '0', name: 'a', model: 'wdi', own: [0]},
    ])
  })
})

describe('the driver model (0.6)', () => {
  const legacy = {...ind(null), message: legacyMessage('DOT11_ROAMING_START') ?? ind('').message}
  const request = {...ind(null), message: requestMessage('OID_DOT11_SCAN_REQUEST') ?? ind('').message}
  const ndis = {...ind(null), message: requestMessage('OID_GEN_STATISTICS') ?? ind('').message}
  const of = (provider: string) => ({...ind(null), provider})

  it.each<[string, TraceEvent[], Model]>([
    ['WDI messages', [ind(null)], 'wdi'],
    ['WDI messages of another provider', [of('Microsoft-Windows-WDI')], 'wdi'],
    ['WDI messages of WiFiCx', [of('Microsoft-Windows-WiFiCx')], 'wificx'],
    ['WDI messages of Wi-Fi-Cx', [ind(null), of('my wi-fi-cx driver')], 'wificx'],
    ['Native 802.11 indications', [legacy], 'native80211'],
    ['Native 802.11 requests', [request], 'native80211'],
    ['Native 802.11 of a provider with that name', [{...legacy, provider: 'WiFiCx'}], 'native80211'],
    ['Native 802.11 indications that Windows makes of WDI', [legacy, ind(null)], 'wdi'],
    ['and of WiFiCx', [legacy, of('wificx')], 'wificx'],
    ['NDIS only', [ndis], 'unknown'],
    ['log records only', [log(null)], 'unknown'],
    ['log records of a provider with that name', [{...log(null), provider: 'WiFiCx'}], 'unknown'],
  ])('%s', (_, events, model) => {
    expect(assigned(events).adapters.map(adapter => adapter.model)).toEqual([model])
  })

  it('by the word of the user, else of the trace', () => {
    const declared = stated({model: 'wificx'})
    expect(assigned([ind(null)], declared).adapters[0]?.model).toBe('wificx')
    expect(assigned([ind(null)], declared, 'native80211').adapters[0]?.model).toBe('native80211')
  })
})
