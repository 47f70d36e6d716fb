/** tracerpt's CSV as it pads it, for tests to put together. */

export const HEADER =
  '  Event Name,       Type,     Event ID,    Version,    Channel,      Level,     Opcode,       Task,            Keyword,        PID,        TID,     Processor Number,  Instance ID,   Parent Instance ID,                              Activity ID,                      Related Activity ID,           Clock-Time, Kernel(ms),   User(ms), User Data'
const NO_ACTIVITY = '{00000000-0000-0000-0000-000000000000}'

interface Columns {
  name?: string
  type?: string
  id?: number | string
  pid?: string
  tid?: string
  cpu?: number | string
  activity?: string
  clock?: string
}

/** A row as tracerpt pads it. */
export function row(data: string, columns: Columns = {}): string {
  const {name = 'Microsoft-Windows-WLAN-AutoConfig', type = 'Info ', id = 8003} = columns
  const {
    pid = '0x000010B4',
    tid = '0x000015A8',
    cpu = 3,
    activity = NO_ACTIVITY,
    clock = '133127435730482450',
  } = columns
  const fixed = [
    ...[name.padStart(12), ` ${type.padStart(10)}`, ` ${String(id).padStart(12)}`, '          0', '         16'],
    ...[
      '          4',
      '        192',
      '      24010',
      ' 0x8000000040000600',
      ` ${pid}`,
      ` ${tid}`,
      ` ${cpu}`.padStart(21),
    ],
    ...['             ', '                     ', `   ${activity}`, '                                         '],
    ...[`   ${clock}`, '         15', '         30'],
  ]
  return data === '' ? fixed.join(',') : `${fixed.join(',')},${data}`
}

export const file = (...rows: string[]) => `${[HEADER, ...rows].join('\r\n')}\r\n`
