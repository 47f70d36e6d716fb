import type {Story} from '../trace/story.js'
import {peerName} from '../world.js'
import {calm} from './broken.js'
import {Scribe} from './scribe.js'

/** The user switches the radio off and on again: all connections of the adapter end. */
export function radio(scribe: Scribe): Story {
  const {story, world, rng} = scribe
  const stations = world.ports.filter(({role}) => role === 'station')
  for (const port of stations) calm(new Scribe('', world, rng, port))
  const off = story.mark('m1', scribe.command('TASK_SET_RADIO_STATE', ['state=0']))
  story.mark('m3', scribe.wait(0.2, 5).answer(off))
  for (const port of stations) {
    if (port.link === null) continue
    const line = scribe.wait(1, 20).indicate('DISASSOCIATION', [peerName(port.link), 'status=3'])
    line.port = port.number
    port.link = null
    port.known = true
  }
  story.mark('status', scribe.wait(1, 100).indicate('RADIO_STATUS', ['hw=1', 'sw=0']))
  story.mark('done', scribe.wait(0.5, 100).complete(off, 'SET_RADIO_STATE_COMPLETE'))
  scribe.wait(500, 20_000)
  const on = story.mark('on', scribe.command('TASK_SET_RADIO_STATE', ['state=1']))
  scribe.wait(0.2, 5).answer(on)
  const report = () => story.mark('onStatus', scribe.wait(1, 300).indicate('RADIO_STATUS', ['hw=1', 'sw=1']))
  const last = rng.chance(0.3)
  if (!last) report()
  scribe.wait(0.5, 100).complete(on, 'SET_RADIO_STATE_COMPLETE')
  if (last) report()
  return story
}

/** Requests of the upper edge: no commands to the driver's WDI side, and free to overlap. */
export function upperEdge(scribe: Scribe): Story {
  const {story, rng} = scribe
  const port = scribe.port?.number ?? 0
  const first = story.mark('m1', scribe.command('OID_GEN_STATISTICS', [], null))
  const second = scribe.wait(0.1, 10).command('OID_802_11_SSID', [], null)
  story.mark('m3', scribe.wait(0.5, 900).answer(rng.pick([first])))
  scribe.wait(0.5, 5000).answer(second)
  for (const line of story.lines) line.port = port
  return story
}

/** Power and the system log: what every capture of a laptop has. */
export function systemLog(scribe: Scribe): Story {
  const {story, rng, world} = scribe
  const sleep = () => {
    scribe.log('POWER', ['state=sleep'])
    scribe.wait(2000, 20_000).log('POWER', ['state=resume'])
  }
  rng.pick<() => void>([
    ...(world.maySleep ? [sleep] : []),
    () => void scribe.log('8001', ['AP-A']),
    () => void scribe.log('11010'),
    // An NDIS error that shares the number of reset recovery.
    () => void scribe.log('5002', ['first=0xC0000001', 'trigger=2']),
  ])()
  return story
}

/** The adapter is opened and its ports are made. */
export function open(scribe: Scribe): Story {
  const {story, rng, world} = scribe
  const m1 = story.mark('m1', scribe.command('TASK_OPEN'))
  story.mark('m3', scribe.wait(0.5, 5).answer(m1))
  story.mark('done', scribe.wait(5, 900).complete(m1, 'OPEN_COMPLETE'))
  scribe.wait(1, 50).property('SET_ADAPTER_CONFIGURATION')
  for (const port of world.ports) {
    const create = scribe.wait(1, 50).command('TASK_CREATE_PORT')
    scribe.wait(0.3, 5).answer(create)
    const done = scribe.wait(1, 50).complete(create, 'CREATE_PORT_COMPLETE')
    if (rng.chance(0.5)) done.port = port.number
    port.link = null
  }
  return story
}

/** A soft AP comes and goes on its own port; its clients use the indications of SAE, too. */
export function softAp(scribe: Scribe): Story {
  const {story} = scribe
  const m1 = story.mark('m1', scribe.command('TASK_START_AP'))
  story.mark('m3', scribe.wait(0.3, 5).answer(m1))
  story.mark('done', scribe.wait(10, 800).complete(m1, 'START_AP_COMPLETE'))
  scribe.wait(500, 5000).indicate('ASSOCIATION_RESULT', ['(AP-F status=0 code=0 auth=RSNA_PSK)'])
  scribe.wait(5, 500).indicate('LINK_STATE_CHANGE', ['AP-F', 'quality=80', 'links=1'])
  scribe.wait(500, 5000).indicate('DISASSOCIATION', ['AP-F', 'status=13', 'deauth-frame'])
  const stop = story.mark('stop', scribe.wait(500, 5000).command('TASK_STOP_AP'))
  scribe.wait(0.3, 5).answer(stop)
  scribe.wait(5, 500).complete(stop, 'STOP_AP_COMPLETE')
  return story
}

/** The adapter goes: its ports first, then itself. */
export function close(scribe: Scribe): Story {
  const {story, rng, world} = scribe
  for (const port of world.ports) {
    const remove = scribe.wait(1, 50).command('TASK_DELETE_PORT')
    scribe.wait(0.3, 5).answer(remove)
    const done = scribe.wait(1, 50).complete(remove, 'DELETE_PORT_COMPLETE')
    if (rng.chance(0.5)) done.port = port.number
    port.link = null
  }
  const m1 = scribe.wait(1, 50).command('TASK_CLOSE')
  scribe.wait(0.3, 5).answer(m1)
  scribe.wait(1, 900).complete(m1, 'CLOSE_COMPLETE')
  return story
}

/** A search for Wi-Fi Direct peers, ended by the host or by itself. */
export function discover(scribe: Scribe): Story {
  const {story, rng, port} = scribe
  const m1 = story.mark('m1', scribe.command('TASK_P2P_DISCOVER'))
  story.mark('m3', scribe.wait(0.3, 5).answer(m1))
  scribe.wait(500, 9000)
  const aborts = rng.chance(0.5)
  if (aborts) {
    const fields = ['target=TASK_P2P_DISCOVER', `id=${m1.id}`, `port=${port?.number ?? 'adapter'}`]
    scribe.wait(0.3, 3).answer(scribe.command('ABORT_TASK', fields))
  }
  story.mark('done', scribe.wait(1, 40).complete(m1, 'P2P_DISCOVERY_COMPLETE', aborts ? 'aborted' : 'success'))
  return story
}

/** The radio serves one station less well for a while. */
export function connectivity(scribe: Scribe): Story {
  scribe.indicate('SECONDARY_STA_CONNECTIVITY', ['limited=1'])
  scribe.wait(500, 9000).indicate('SECONDARY_STA_CONNECTIVITY', ['limited=0'])
  return scribe.story
}
