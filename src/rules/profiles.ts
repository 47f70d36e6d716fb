import {ms, seconds} from '../events/units.js'
import type {RuleMeta} from './rule.js'
import type {SettingChanges} from './settings.js'

/** What a profile may say about a rule in the rule's place. */
export type RulePatch = Partial<Pick<RuleMeta, 'severity' | 'statement' | 'why' | 'harmless' | 'numbers' | 'source'>>

/** A set of numbers that belong together, and how grave it is to miss them. */
export interface Profile {
  readonly name: ProfileName
  /** Whose numbers these are, and for whom. */
  readonly title: string
  readonly settings: SettingChanges
  /** By rule id. A rule whose numbers the profile changes gets the source of the new ones. */
  readonly rules: Readonly<Record<string, RulePatch>>
  /** Numbers of the same source that no rule can judge, and why. */
  readonly left: readonly string[]
}

export const PROFILE_NAMES = ['doc', 'voice', 'verifier', 'mist'] as const
export type ProfileName = (typeof PROFILE_NAMES)[number]

const MIST = 'Juniper Mist, roaming service level'

export const PROFILES: Readonly<Record<ProfileName, Profile>> = {
  doc: {
    name: 'doc',
    title: 'The numbers of the rule catalogue, each with the severity that its source allows.',
    settings: {},
    rules: {},
    left: [],
  },
  voice: {
    name: 'voice',
    title:
      'For handsets and calls: the published roaming times for voice are a budget, and a roam beyond it a warning.',
    settings: {voiceBudgetUs: {psk: ms(150), '8021x': ms(300), ft: ms(100)}},
    rules: {
      'roam-over-voice-budget': {
        severity: 'warning',
        harmless: 'Never in this profile, which takes the figures of one vendor for one handset as a budget.',
      },
    },
    left: [
      'delay below 50 ms and loss below 1 % (Wi-Fi Alliance, Voice-Personal): packets are not in these traces',
      '3 s on an access point before the next roam (Cisco 8821): a deployment figure, not a limit for the driver',
    ],
  },
  verifier: {
    name: 'verifier',
    title: 'What Driver Verifier (NDIS/WIFI) would stop the machine for: its time limits are errors.',
    settings: {linkStateUs: seconds(15)},
    rules: {
      'ndis-oid-over-12s': {severity: 'error'},
      'n80211-connect-start-over-10s': {severity: 'error'},
      'n80211-assoc-over-10s': {severity: 'error'},
      'n80211-conn-roam-over-10s': {severity: 'error'},
      'n80211-scan-over-15s': {severity: 'error'},
      'n80211-link-quality-over-15s': {severity: 'error'},
      'link-state-not-reported': {
        severity: 'error',
        source: 'devtest/ndis-wlantimedlinkquality (0x0009400B), taken over from the Native 802.11 indication',
        harmless:
          'Driver Verifier itself watches the Native 802.11 indication only; on WDI and WiFiCx this is the same limit by analogy.',
      },
    },
    left: [
      'the polling of the verifier: it may speak up to one period later than the exact times that are compared here',
    ],
  },
  mist: {
    name: 'mist',
    title: 'The limits of the Juniper Mist roaming service level, from the side of the station.',
    settings: {
      voiceBudgetUs: {
        ft: ms(400),
        pmkid: seconds(2),
        psk: seconds(2),
        '8021x': seconds(2),
        sae: seconds(2),
        owe: seconds(2),
        open: seconds(2),
      },
      weaker: {db: 6},
    },
    rules: {
      'roam-over-voice-budget': {
        severity: 'warning',
        statement:
          'From the command to the installed key a roam takes at most 400 ms with fast transition (slow 11r roam) and at most 2 s with cached keys or without (slow OKC roam, slow standard roam).',
        why: 'Each of these roams counts against the roaming service level of the network.',
        harmless:
          'The access point measures from its own first frame, this rule from the command to the driver: near the limit the two can differ.',
        numbers: '400 ms (ft), 2 s (others)',
        source: `${MIST}: slow 11r roam over 400 ms, slow OKC or standard roam over 2 s`,
      },
      'roam-to-weaker-ap': {
        severity: 'warning',
        source: `${MIST}: suboptimal roam, more than 6 dB weaker`,
      },
    },
    left: [
      'a roam to an access point below -72 dBm: no rule judges the absolute signal of the chosen access point',
      'failed to fast roam (over 2 s although 11r was possible): the class says so, see ft-not-used-in-mobility-domain and ft-fallback',
      'sticky, interband and ping-pong roams: the catalogue has rules of its own, with its own numbers',
    ],
  },
}
