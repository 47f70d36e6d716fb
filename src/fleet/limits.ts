/** A published limit of rules.md C.1, and a rule that judges it. */
export interface Limit {
  readonly duration: string
  readonly limit: string
  readonly rule: string
}

/** The rows of C.1 in their order; a row with two rules is here twice. */
export const LIMITS: readonly Limit[] = [
  {duration: 'M1 to M3', limit: '10 s', rule: 'command-hang-m1-m3'},
  {duration: 'M3 to M4', limit: '30 s', rule: 'task-hang-m3-m4'},
  {
    duration: 'M1 to M4, normal',
    limit: 'roam, connect 10 s; scan 4 s; disconnect, reset, radio 1 s',
    rule: 'task-over-normal-time',
  },
  {duration: 'property M1 to M3, normal', limit: '1 s; power state 10 s', rule: 'property-over-normal-time'},
  {duration: 'abort to M4', limit: '50 ms', rule: 'abort-completion-over-50ms'},
  {duration: 'NDIS OID', limit: '12 s', rule: 'ndis-oid-over-12s'},
  {duration: 'association', limit: '10 s', rule: 'n80211-assoc-over-10s'},
  {duration: 'connection or roam', limit: '10 s', rule: 'n80211-conn-roam-over-10s'},
  {duration: 'connect request to connection start', limit: '10 s', rule: 'n80211-connect-start-over-10s'},
  {duration: 'scan', limit: '15 s', rule: 'n80211-scan-over-15s'},
  {duration: 'association to link quality', limit: '15 s', rule: 'n80211-link-quality-over-15s'},
  {duration: 'association to link state, by analogy', limit: '15 s', rule: 'link-state-not-reported'},
  {duration: 't_req without fast roaming', limit: '100 ms', rule: 'roam-over-requirement'},
  {duration: 't_req with fast roaming', limit: '50 ms', rule: 'ft-roam-over-requirement'},
  {duration: 'association, WPA2-PSK', limit: '300 ms', rule: 'connect-over-requirement'},
  {duration: 'scan', limit: '3.5 s preferred channels; 4 s all', rule: 'scan-over-limit'},
  {duration: 'radio change', limit: '2 s', rule: 'radio-state-over-2s'},
  {duration: 'recovery from a hang', limit: '10 s', rule: 'recovery-over-10s'},
  {duration: 'FT response to reassociation', limit: '1024 ms', rule: 'ft-deadline-exceeded'},
  {duration: 't_service, voice', limit: '150 ms PSK; 300 ms 802.1X; 100 ms FT', rule: 'roam-over-voice-budget'},
]
