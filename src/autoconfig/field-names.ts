/** One name for what events call by several. Identities of users and addresses of this machine stay out. */
const FIELD_OF: ReadonlyMap<string, string> = new Map([
  ['ConnectionMode', 'mode'],
  ['ProfileName', 'profile'],
  ['Profile', 'profile'],
  ['SSID', 'ssid'],
  ['SSIDs', 'ssid'],
  ['PHYType', 'phy'],
  ['AuthenticationAlgorithm', 'auth'],
  ['Auth', 'auth'],
  ['AuthVal', 'auth-number'],
  ['CipherAlgorithm', 'cipher'],
  ['Cipher', 'cipher'],
  ['OnexEnabled', 'onex'],
  ['FailureReason', 'why'],
  ['ReasonText', 'why'],
  ['RestartReason', 'why'],
  ['ReasonCode', 'reason'],
  ['IhvReasonCode', 'ihv-reason'],
  ['Dot11StatusCode', 'status'],
  ['Status', 'status'],
  ['ErrorCode', 'error'],
  ['Error', 'error'],
  ['EAPReasonCode', 'eap-reason'],
  ['EAPErrorCode', 'eap-error'],
  ['EapType', 'eap'],
  ['RSSI', 'rssi'],
  ['SecurityHint', 'why'],
  ['SecurityHintCode', 'hint'],
  ['BlockTime', 'minutes'],
  ['FastRoam', 'fast'],
  ['ExtensibleModulePath', 'module'],
  ['ConnectionId', 'connection'],
  ['IsReachable', 'reachable'],
  ['RecoveryType', 'type'],
  // Of 4003, whose text calls it a type of recovery.
  ['Event', 'type'],
  ['ChangeReason', 'change'],
  ['ResetReason', 'reset'],
  ['ResetCount', 'count'],
  ['Authorized', 'authorized'],
  ['Controlled', 'controlled'],
  ['Channel', 'channel'],
  ['DriverVersion', 'driver'],
])

/** `Reason` is a text in one event and a number in the next. */
export const fieldOf = (name: string, type: string): string | undefined =>
  name === 'Reason' ? (type === 's' ? 'why' : 'reason') : FIELD_OF.get(name)

/** All names that a field of an event of Windows may have, but for the peer's address. */
export const FIELD_NAMES: readonly string[] = [...new Set([...FIELD_OF.values(), 'from', 'to', 'state'])]
