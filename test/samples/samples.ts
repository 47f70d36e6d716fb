import type {FormatId} from '../../src/parsers/parser.js'

/** What each sample is made of, and what it has to show: outcome of its roams and connects, and rules that are violated. */
export interface Sample {
  readonly file: string
  readonly scenario: string
  readonly format: FormatId
  readonly noise?: true
  readonly outcomes: readonly string[]
  readonly rules: readonly string[]
}

export const SAMPLES: readonly Sample[] = [
  {
    file: 'bug-report.netsh.txt',
    scenario: 'bug-report',
    format: 'netsh',
    noise: true,
    outcomes: ['success', 'success', 'success', 'failed', 'success'],
    rules: ['ft-host-slow', 'ft-roam-over-requirement', 'complete-success-but-unassociated'],
  },
  {file: 'ft-roam-clean.tracefmt.txt', scenario: 'ft-roam-clean', format: 'tracefmt', outcomes: ['success'], rules: []},
  {
    file: 'ft-roam-host-slow.wmitrace.txt',
    scenario: 'ft-roam-host-slow',
    format: 'wmitrace',
    outcomes: ['success'],
    rules: ['ft-host-slow', 'ft-roam-over-requirement'],
  },
  {
    file: 'roam-hung.tracerpt.csv',
    scenario: 'roam-hung',
    format: 'tracerpt-csv',
    outcomes: ['hung'],
    rules: ['task-hang-m3-m4'],
  },
  {
    file: 'ping-pong.tracerpt.xml',
    scenario: 'ping-pong',
    format: 'tracerpt-xml',
    outcomes: ['success', 'success'],
    rules: [],
  },
  {
    file: 'wpa3-roam-error.export.csv',
    scenario: 'wpa3-roam-error',
    format: 'export-csv',
    outcomes: ['success'],
    rules: ['roam-disassoc-after-assoc', 'unsolicited-nonzero-transaction'],
  },
  {
    file: 'lossy-capture.pktmon.txt',
    scenario: 'lossy-capture',
    format: 'pktmon',
    outcomes: ['success'],
    rules: ['capture-events-lost'],
  },
  {
    file: 'connect-aborted.events.xml',
    scenario: 'connect-aborted',
    format: 'event-xml',
    outcomes: ['aborted', 'success'],
    rules: [],
  },
]

/** Made of no scenario: it is what Windows itself logs. */
export const WINDOWS_SAMPLE = {
  file: 'windows-log.events.xml',
  format: 'event-xml',
  outcomes: ['success', 'success', 'failed', 'failed', 'success'],
  rules: ['windows-8021x-failed', 'windows-roam-lost-link', 'windows-association-failed'],
} as const
