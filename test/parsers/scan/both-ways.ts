import {InputCollector} from '../../../src/analysis/input-collector.js'
import {literalsOf, recogniser} from '../../../src/dialects/index.js'
import {openInput} from '../../../src/parsers/open.js'
import {Wanted} from '../../../src/parsers/scan/wanted.js'

const OPTIONS = {tzMinutes: null, dateOrder: null, prefix: null}
const wanted = new Wanted(literalsOf() ?? [])

/** Everything that comes of an input, in words that can be compared. */
export function readBy(bytes: Uint8Array, way: 'full' | 'scan', headLength: number, pieceLengths: readonly number[]) {
  const collector = new InputCollector(0, recogniser(), headLength)
  const opened = openInput(collector, OPTIONS, way === 'scan' ? wanted : null, headLength)
  let at = 0
  for (let i = 0; at < bytes.length; i++) {
    const length = pieceLengths[i % pieceLengths.length] as number
    const piece = bytes.subarray(at, at + length)
    const {room} = opened
    // As files are read: into the memory that is offered.
    if (room !== null && i % 2 === 0 && piece.length <= room.length) {
      room.set(piece)
      opened.bytes(room.subarray(0, piece.length))
    } else opened.bytes(piece)
    at += length
  }
  opened.end()
  collector.end()
  return {
    skims: opened.skims,
    result: {
      format: opened.format,
      encoding: opened.encoding,
      records: [opened.records, collector.records],
      undecoded: [opened.undecoded, collector.undecoded],
      wpp: collector.wpp,
      named: collector.named,
      notes: collector.notes,
      problems: collector.allProblems(),
      events: collector.events.map(event => ({...event, ...event.place, text: event.text})),
      losses: collector.losses.map(({event, afterUs, beforeUs}) => [event.place, afterUs, beforeUs]),
      clock: [collector.firstUs, collector.lastUs, collector.smallestStepUs, collector.dated],
      providers: collector.providers.list(),
      dialects: [...collector.recogniser.counts],
    },
  }
}
