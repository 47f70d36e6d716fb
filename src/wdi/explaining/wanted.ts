import type {Match, MatchKind} from './match.js'

/** Whether a match is what was asked for. */
export type Wanted = (match: Match) => boolean
const ofKind =
  (...kinds: readonly MatchKind[]): Wanted =>
  ({kind}) =>
    kinds.includes(kind)
const ofSet =
  (pattern: RegExp): Wanted =>
  match =>
    match.kind === 'enum-member' && pattern.test(String(match.details.set))

/** Words in front that name the number space, `reason 7`, `tlv=0x35`, `event 8002`: what they mean, best first. */
export const SPACES: ReadonlyMap<string, readonly Wanted[]> = new Map([
  ['STATUS', [ofKind('status-code'), ofSet(/ASSOC_STATUS$/), ofKind('ntstatus')]],
  ['CODE', [ofKind('status-code'), ofKind('reason-code', 'wlan-reason')]],
  ['REASON', [ofKind('reason-code', 'wlan-reason'), ofSet(/ASSOC_STATUS$/)]],
  ['TLV', [ofKind('tlv')]],
  ['OID', [ofKind('command', 'request')]],
  ['MESSAGE', [ofKind('command', 'indication', 'request')]],
  ['ID', [ofKind('command', 'indication'), ofKind('event')]],
  ['EVENT', [ofKind('event')]],
  ['ELEMENT', [ofKind('element')]],
  ['NTSTATUS', [ofKind('ntstatus')]],
])
