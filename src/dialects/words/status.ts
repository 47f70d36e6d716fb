import {parseUint32} from './number.js'

/**
 * Names that traces print for NDIS_STATUS and NTSTATUS values, from the public headers ndis.h and ntstatus.h.
 * `SUCCESS` stands for both STATUS_SUCCESS and NDIS_STATUS_SUCCESS; where the two number spaces differ, both are listed.
 */
const NAMED: ReadonlyMap<string, number> = new Map([
  ['SUCCESS', 0],
  ['PENDING', 0x103],
  ['STATUS_UNSUCCESSFUL', 0xc0000001],
  ['STATUS_NOT_IMPLEMENTED', 0xc0000002],
  ['STATUS_INVALID_HANDLE', 0xc0000008],
  ['INVALID_PARAMETER', 0xc000000d],
  ['STATUS_NO_SUCH_DEVICE', 0xc000000e],
  ['STATUS_INVALID_DEVICE_REQUEST', 0xc0000010],
  ['NDIS_STATUS_INVALID_DEVICE_REQUEST', 0xc0000010],
  ['STATUS_ACCESS_DENIED', 0xc0000022],
  ['STATUS_BUFFER_TOO_SMALL', 0xc0000023],
  ['INSUFFICIENT_RESOURCES', 0xc000009a],
  ['NDIS_STATUS_RESOURCES', 0xc000009a],
  ['STATUS_DEVICE_NOT_CONNECTED', 0xc000009d],
  ['STATUS_DEVICE_NOT_READY', 0xc00000a3],
  ['STATUS_IO_TIMEOUT', 0xc00000b5],
  ['NOT_SUPPORTED', 0xc00000bb],
  ['STATUS_CANCELLED', 0xc0000120],
  ['STATUS_DELETE_PENDING', 0xc0000056],
  ['STATUS_INVALID_DEVICE_STATE', 0xc0000184],
  ['STATUS_IO_DEVICE_ERROR', 0xc0000185],
  ['STATUS_TIMEOUT', 0x102],
  ['STATUS_NOT_FOUND', 0xc0000225],
  ['STATUS_RETRY', 0xc000022d],
  ['STATUS_REQUEST_ABORTED', 0xc0000240],
  ['STATUS_DEVICE_POWERED_OFF', 0x8000000f],
  ['STATUS_DEVICE_BUSY', 0x80000011],
  ['FAILURE', 0xc0000001],
  ['NDIS_STATUS_NOT_RECOGNIZED', 0x00010001],
  ['NDIS_STATUS_CLOSING', 0xc0010002],
  ['NDIS_STATUS_RESET_IN_PROGRESS', 0xc001000d],
  ['NDIS_STATUS_REQUEST_ABORTED', 0xc001000c],
  ['NDIS_STATUS_INVALID_LENGTH', 0xc0010014],
  ['NDIS_STATUS_INVALID_DATA', 0xc0010015],
  ['NDIS_STATUS_INVALID_OID', 0xc0010017],
  ['NDIS_STATUS_ADAPTER_NOT_READY', 0xc0010011],
  ['NDIS_STATUS_INVALID_STATE', 0xc023001d],
  ['NDIS_STATUS_LOW_POWER_STATE', 0xc023002f],
])

/** Plain words; values as scenario.md 3 gives them. */
const WORDS: ReadonlyMap<string, number> = new Map([
  ['success', 0],
  ['successful', 0],
  ['succeeded', 0],
  ['ok', 0],
  ['failure', 0xc0000001],
  ['failed', 0xc0000001],
  ['pending', 0x103],
  ['aborted', 0xc023000f],
])

export const STATUS_PENDING = 0x103

function named(text: string): number | null {
  const upper = text.toUpperCase()
  if (!/^(?:NDIS_)?STATUS_[A-Z0-9_]+$/.test(upper)) return null
  const known = NAMED.get(upper) ?? NAMED.get(upper.replace(/^(?:NDIS_)?STATUS_/, ''))
  // A name without a known number still says that the request did not succeed.
  return known ?? (upper.endsWith('_SUCCESS') ? 0 : 0xc0000001)
}

/**
 * A status as traces print it: 0xC0000001, 259, STATUS_PENDING, NDIS_STATUS_FAILURE, success, failure, pending,
 * aborted. An unknown STATUS_ name counts as STATUS_UNSUCCESSFUL. null: no status.
 */
export function parseStatus(text: string): number | null {
  return parseUint32(text) ?? WORDS.get(text.toLowerCase()) ?? named(text)
}
