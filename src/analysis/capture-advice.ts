import type {InputReport} from './analysis.js'

/** What would make the next recording say more: why, and the command lines for it, as typed in a Windows console. */
export interface Advice {
  readonly why: string
  readonly commands: readonly string[]
}

export interface AdviceFacts {
  readonly inputs: readonly InputReport[]
  readonly granularityUs: number | null
  /** Are there messages of the driver, and events of WLAN AutoConfig? Left out: that is no question here. */
  readonly driver?: boolean
  readonly windows?: boolean
}

/** WDILib, the software tracing of WDI and WiFiCx (network/wdi-tracing-with-wdilib). */
const record = [
  'netsh trace start wireless_dbg provider={21ba7b61-05f8-41f1-9048-c09493dcfe38} level=0xff keywords=0xff overwrite=yes maxsize=4096 tracefile=wifi.etl',
  'netsh trace stop',
]
const convert = 'netsh trace convert input=wifi.etl output=wifi.txt tmfpath=FOLDER-OF-TMF-FILES'

export function captureAdvice({inputs, granularityUs, driver, windows}: AdviceFacts): readonly Advice[] {
  const advice: Advice[] = []
  const any = (test: (input: InputReport) => boolean) => inputs.some(test)
  // What is binary says itself how to convert it.
  const readable = inputs.filter(input => input.encoding !== 'binary')
  if (readable.some(input => input.bytes > 0) && inputs.every(input => input.wifiRecords === 0)) {
    advice.push({
      why: 'To record what the Wi-Fi driver and Windows say to each other, from an administrator console:',
      commands: [...record, convert],
    })
  } else if (any(input => input.undecoded > 0)) {
    advice.push({
      why: 'Records without a format file (TMF) hide events; convert with the TMF files of this Windows build:',
      commands: [convert],
    })
  }
  if (driver === false && any(input => input.wifiRecords > 0)) {
    advice.push({
      why: 'Windows tells what it did, and not what the driver did; to record both, from an administrator console:',
      commands: [...record, convert],
    })
  }
  if (windows === false && driver === true) {
    advice.push({
      why: 'Reasons and 802.1X are in the event log of WLAN AutoConfig; give it together with this trace:',
      commands: ['wevtutil qe Microsoft-Windows-WLAN-AutoConfig/Operational /f:xml /e:Events > wlan.xml'],
    })
  }
  if (any(input => input.lostEvents > 0)) {
    advice.push({
      why: 'Events were lost; record with larger buffers:',
      commands: [
        'logman create trace wifi -p {21ba7b61-05f8-41f1-9048-c09493dcfe38} 0xff 0xff -bs 1024 -nb 64 256 -o wifi.etl -ets',
        'logman stop wifi -ets',
      ],
    })
  }
  if ((granularityUs ?? 0) >= 10_000) {
    advice.push({
      why: 'The clock is too coarse for millisecond limits; export with finer times:',
      commands: ['tracerpt wifi.etl -of XML -o wifi.xml'],
    })
  }
  return advice
}
