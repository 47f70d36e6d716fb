import fc from 'fast-check'

const DAYS = ['03/02/2026-', '03/03/2026-', '2026-03-02 ', '2026/03/02-', '03/02/26-']
const NOISE = [
  'nwifi_rx MPDU rx queue=3 seq=1612 rate=110',
  'message without meaning, id 12, code 0x12345678',
  'WDI_TLV_BSSID near miss',
  '{"a":1}',
  '{"a":"OID\\u005fWDI\\u005fTASK\\u005fROAM","meta":{"provider":"x","event":"y","id":5002}}',
  '{"a":"OID\\u005fWDI\\u005fTASK\\u005fROAM","meta" :{"provider":"x"}}',
  '{"a":"OID\\u005fWDI\\u005fTASK\\u005fROAM","m\\u0065ta":{"provider":"x"}}',
  'Caf\u00e9 \u7121\u7dda',
  'Event: Header, BufferSize: 65536, StartTime: 134168832000000000, EndTime: 0, EventsLost: 3, BuffersLost: 0',
  '*** no schema',
  'Unknown( 10): GUID=8a4ea3ae-1a1c-3b0d-7e2c-6a6d3f1d2a11 (No Format Information found).',
  ' ',
  '',
]
const WIFI = [
  'OID_WDI_TASK_ROAM PortId=1 TransactionId=101',
  'NDIS_STATUS_WDI_INDICATION_ROAM_COMPLETE PortId=1 TransactionId=101 Status=0x0',
  'wdi_task_connect portid=1 transactionid=7',
  '+5 IND ROAM_COMPLETE 1 101 status=success',
  'WLAN AutoConfig service has successfully connected to a wireless network.',
]
const COMPONENTS = [
  ...['wdiwifi', 'Microsoft-Windows-NDIS', 'Unknown', '', 'MSNT_SystemTrace', 'RT_LostEvent', 'a]b', 'Lost Event'],
]
const OTHER_LINES = [
  '    indented OID_WDI_TASK_ROAM PortId=2 TransactionId=5',
  '    indented, nothing in it',
  'not indented',
  '[not a head',
  '[1]1234.5678::',
  '',
  '\t',
  'Unknown( 11): GUID=8a4ea3ae-1a1c-3b0d-7e2c-6a6d3f1d2a11 (No Format Information found).',
  '17 [1]1234.5678::03/02/2026-10:00:00.0000000 [x]numbered',
  'Processing completed   Buffers: 3, Events: 9, EventsLost: 2 :: Format Errors: 0',
  '1234567890 only digits',
  'Found Buffers: 3 Messages: 4',
  'Total of 3 Messages from 1 Buffers',
]

const pick = <T>(values: readonly T[]) => fc.constantFrom(...(values as [T, ...T[]]))

/** Lines of listings: mostly such that begin alike; others where a reader may stumble. */
export const listings = fc
  .record({day: pick(DAYS), blank: fc.boolean(), digits: fc.constantFrom(7, 7, 3, 9, 0)})
  .chain(style =>
    fc.array(
      fc.oneof(
        {
          weight: 20,
          arbitrary: fc
            .record({
              cpu: fc.constantFrom('1', '3', '12', '123'),
              ids: fc.constantFrom('0044.3607', '1F4A.2A8D', '12345.0004', '0000.0000', '00ff.00FF'),
              ms: fc.integer({min: 0, max: 80_000_000}),
              component: fc.oneof(
                {weight: 12, arbitrary: fc.constant('wdiwifi')},
                {weight: 1, arbitrary: pick(COMPONENTS)},
              ),
              message: fc.oneof(
                {weight: 12, arbitrary: pick(NOISE.slice(0, 4))},
                {weight: 1, arbitrary: pick(NOISE)},
                pick(WIFI),
              ),
              odd: fc.constantFrom(...Array(24).fill(''), 'day', 'blank', 'digits', 'second'),
            })
            .map(({cpu, ids, ms, component, message, odd}) => {
              const at = new Date(ms).toISOString().slice(11, 19)
              const clock = odd === 'second' ? `${at.slice(0, 6)}60` : at
              const digits = odd === 'digits' ? style.digits + 1 : style.digits
              const fraction = digits === 0 ? '' : `.${String(ms % 1000).padEnd(Math.min(digits, 9), '0')}`
              const day = odd === 'day' ? '03/30/2026-' : style.day
              const blank = style.blank !== (odd === 'blank') ? ' ' : ''
              return `[${cpu}]${ids}::${day}${clock}${fraction} [${component}]${blank}${message}`
            }),
        },
        {weight: 1, arbitrary: pick(OTHER_LINES)},
      ),
      {minLength: 3, maxLength: 120, size: 'max'},
    ),
  )
