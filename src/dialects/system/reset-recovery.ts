import type {TraceRecord} from '../../events/record.js'
import {logMessage, messageById, messageByNumber} from '../../wdi/messages.js'
import {parseHex} from '../../wdi/octets.js'
import type {Recognition} from '../dialect.js'
import {recognition} from '../recognition.js'
import {member} from './members.js'

const EVENT_ID = 5002
/** Size of IO_ERROR_LOG_PACKET before its dump data: exports of the event log print it with the data. */
const PACKET = 40

function dwords(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Array.from({length: bytes.length >> 2}, (_, i) => view.getUint32(4 * i, true))
}

/** The data that the driver's log entry carries, without the packet around it. */
function dumpData(bytes: Uint8Array): Uint8Array {
  if (bytes.length < PACKET) return bytes
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isPacket = view.getUint16(2, true) === bytes.length - PACKET && (view.getUint32(12, true) & 0xffff) === EVENT_ID
  return isPacket ? bytes.subarray(PACKET) : bytes
}

function commandName(value: number): string | null | undefined {
  if (value === 0) return null
  return (value <= 0xffff ? messageById(value) : messageByNumber(value))?.name
}

/**
 * Reset recovery in the system log: event 5002 of the driver's own source, whose last two DWORDs are the trigger
 * (1 command timer, 2 task timer, 3 host request, 4 firmware stall) and the active command; other NDIS errors share
 * the id and have other data (network/wdi-information-collection-for-bugs).
 */
export function resetRecovery(record: TraceRecord): Recognition | null {
  if (record.eventId !== EVENT_ID || record.provider === null || /^microsoft-/i.test(record.provider)) return null
  const digits = member(record, 'Binary', 'BinaryEventData', 'Data', 'Data1')?.replace(/^0x|[\s-]/gi, '') ?? ''
  if (!/^(?:[0-9a-f]{2}){8,256}$/i.test(digits)) return null
  const data = dwords(dumpData(parseHex(digits) as Uint8Array))
  const [first = 0x80000000] = data
  const [trigger = 0, active = 0] = data.slice(-2)
  const command = commandName(active)
  const message = logMessage(String(EVENT_ID))
  if (!message || first >= 0x80000000 || trigger < 1 || trigger > 4 || command === undefined) return null
  return recognition('LOG', message, {
    port: 0xffff,
    fields: {trigger: [String(trigger)], first: [String(first)], ...(command === null ? {} : {command: [command]})},
  })
}
