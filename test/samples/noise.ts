/** Records of other components between the lines of a listing, as every real capture has them. */
const NOISE: readonly (readonly [component: string, message: string])[] = [
  ['Microsoft-Windows-NDIS', 'ndisMIndicateStatus Miniport indicates NDIS_STATUS_LINK_STATE to 3 bindings '],
  ['nwifi', 'Pt6Receive: 12 packets indicated, 0 returned'],
  ['Microsoft-Windows-TCPIP', 'TCP: connection 0xFFFFD18A2C9B4010: RTO 300 ms fired, retransmit 1 '],
  ['ihvdrv', '[FW 2201] rx stats: beacons 41, missed 2, noise -93 dBm, ch util 38 %'],
  ['wlansvc', 'Interface state query by client 7 answered'],
  ['Microsoft-Windows-DNS-Client', 'DNS query is called for the name voice.example.net, type 1, status 9701 '],
]

/** The listing with one to three foreign records before each of its own, at the same time; the same for every run. */
export function withNoise(listing: string): string {
  let turn = 0
  return listing.replace(
    /^\[\d+\][0-9A-F]{4}\.[0-9A-F]{4}::(\S+) \[(?!MSNT|EventTrace|roamscope\](?:capture|adapter|label) )/gm,
    (head, stamp: string) => {
      const count = 1 + (turn % 3)
      const lines = Array.from({length: count}, () => {
        const [component, message] = NOISE[turn++ % NOISE.length] as (typeof NOISE)[number]
        return `[${turn % 4}]0004.${(0x1a0 + (turn % 7) * 16).toString(16).toUpperCase().padStart(4, '0')}::${stamp} [${component}]${message}`
      })
      return `${lines.join('\r\n')}\r\n${head}`
    },
  )
}
