#!/usr/bin/env node
// A large trace for the benchmarks: noise of the right shapes with conformant roam sessions in it.
// Same arguments, same bytes. Usage: node bench/make-trace.mjs --out FILE --mb N [--format FORMAT]
// [--encoding utf8|utf16le] [--sessions N] [--files N]
// FORMAT: one of formats.mjs. With --files the number in FILE's name counts up.
import {closeSync, mkdirSync, openSync, writeSync} from 'node:fs'
import {dirname} from 'node:path'
import {parseArgs} from 'node:util'
import {FORMATS} from './formats.mjs'

const {values} = parseArgs({
  options: {
    out: {type: 'string'},
    mb: {type: 'string'},
    format: {type: 'string', default: 'tracefmt'},
    encoding: {type: 'string', default: 'utf8'},
    sessions: {type: 'string'},
    files: {type: 'string', default: '1'},
  },
})
const format = FORMATS[values.format]
if (!values.out || !values.mb || !format) {
  console.error('usage: node bench/make-trace.mjs --out FILE --mb N [--format FORMAT] [--sessions N] [--files N]')
  process.exit(2)
}
const target = Number(values.mb) * 1e6
const unit = values.encoding === 'utf16le' ? 2 : 1

let state = 2463534242
const random = n => {
  state ^= state << 13
  state ^= state >>> 17
  state ^= state << 5
  state >>>= 0
  return state % n
}
const hex = (n, width) => n.toString(16).padStart(width, '0')

// One record in a hundred looks like a Wi-Fi record and is none.
const NOISE = [
  () => [
    'nwifi',
    `nwifi_rx_c${random(3000)} MPDU rx queue=${random(4)} seq=${random(4096)} retry=${random(2)} rate=${random(2400)} rssi=-${30 + random(60)} flags=0x${hex(random(2 ** 31), 8)}`,
  ],
  () => [
    'ndis',
    `ndisMIndicateStatusInternal Miniport 0xffffd18a${hex(random(2 ** 31), 8)} indicates NDIS_STATUS_MEDIA_SPECIFIC_INDICATION size=${random(512)}`,
  ],
  () => [
    'tcpip',
    `TcpReceive local=10.${random(255)}.${random(255)}.${random(255)}:${random(65535)} remote=172.16.0.9:443 bytes=${random(65535)} seq=${random(2 ** 31)} ack=${random(2 ** 31)}`,
  ],
  () => [
    'wdiwifi',
    `CRxMgr_Reorder BAWindow start=${random(4096)} size=64 flushed=${random(64)} dropped=${random(4)} timer=${random(100)}ms port=${random(8)}${random(20) === 0 ? ' WDI_TLV_BSSID' : ''}`,
  ],
  () => [
    'ihvdrv',
    `[FW ${random(65535)}] ucode ev=${hex(random(65536), 4)} a0=${hex(random(2 ** 31), 8)} a1=${hex(random(2 ** 31), 8)} gp1=${hex(random(2 ** 31), 8)}`,
  ],
]

let file = 0
let pending = ''
let bytes = 0
let us = Date.UTC(2026, 2, 2, 8) * 1000
const flush = () => {
  writeSync(file, Buffer.from(pending, values.encoding))
  pending = ''
}
function write(text) {
  bytes += text.length * unit
  pending += text
  if (pending.length > 1 << 20) flush()
}
const line = (component, message) => write(format.record(us, component, message, random))
const noise = count => {
  for (let i = 0; i < count; i++) {
    us += 1 + random(60)
    line(...NOISE[random(NOISE.length)]())
  }
}

const ap = n => `02:00:00:00:${hex(10 + (n % 6), 2)}:01`
let transaction = 100
/** Ten records of a roam that no rule finds fault with. */
function roam(n, between) {
  const id = ++transaction
  const key = ++transaction
  const at = (afterUs, text) => {
    const due = us + afterUs
    between()
    us = Math.max(due, us + 1)
    line('wdiwifi', text)
  }
  at(1000, `M1 OID_WDI_TASK_ROAM PortId=1 TransactionId=${id} BssEntry=${ap(n + 1)}`)
  at(2000, `M3 OID_WDI_TASK_ROAM PortId=1 TransactionId=${id} Status=0x0`)
  at(9000, `NDIS_STATUS_WDI_INDICATION_DISASSOCIATION PortId=1 TransactionId=0 MacAddr=${ap(n)} AssocStatus=10`)
  at(
    40000,
    `NDIS_STATUS_WDI_INDICATION_ASSOCIATION_RESULT PortId=1 TransactionId=0 BSSID=${ap(n + 1)} AssocStatus=0 StatusCode=0 Auth=7`,
  )
  at(2000, `NDIS_STATUS_WDI_INDICATION_ROAM_COMPLETE PortId=1 TransactionId=${id} Status=0x0`)
  at(30000, `M1 OID_WDI_SET_ADD_CIPHER_KEYS PortId=1 TransactionId=${key} Type=1 Peer=${ap(n + 1)}`)
  at(3000, `M3 OID_WDI_SET_ADD_CIPHER_KEYS PortId=1 TransactionId=${key} Status=0x0`)
  at(200000, `NDIS_STATUS_WDI_INDICATION_LINK_STATE_CHANGE PortId=1 TransactionId=0 Peer=${ap(n + 1)} Quality=70`)
}

// Default: about 2 % of the records belong to sessions.
const length = format.record(us, 'wdiwifi', 'x'.repeat(100), () => 0).length
const perRoam = values.sessions ? Math.max(8, Math.round(target / length / unit / Number(values.sessions))) : 400
const wanted = values.sessions ? Number(values.sessions) : Infinity
let sessions = 0
let all = 0
mkdirSync(dirname(values.out), {recursive: true})
for (let i = 0; i < Number(values.files); i++) {
  const name = values.out.replace(/\d+(?=[^\d/]*$)/, digits => String(Number(digits) + i).padStart(digits.length, '0'))
  file = openSync(name, 'w')
  bytes = 0
  write((unit === 2 ? '\ufeff' : '') + format.head)
  line(
    'wdiwifi',
    `NDIS_STATUS_WDI_INDICATION_LINK_STATE_CHANGE PortId=1 TransactionId=0 Peer=${ap(sessions)} Quality=60`,
  )
  while (bytes < target || (wanted !== Infinity && sessions < wanted)) {
    if (sessions < wanted) {
      roam(sessions++, () => noise(Math.min(20, Math.floor(perRoam / 12))))
      us += 61e6
    }
    noise(Math.max(1, perRoam - 160))
  }
  write(format.tail)
  flush()
  closeSync(file)
  all += bytes
}
console.log(JSON.stringify({bytes: all, sessions}))
