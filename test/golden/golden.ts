import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import type {Analysis, SessionReport} from '../../src/analysis/analysis.js'

/** Folder of specifications and test data beside the project; a fresh clone does not have it. */
export const shared = fileURLToPath(new URL('../../../shared/', import.meta.url))
const folder = `${shared}corpus/scenarios/`

export interface ExpectedFinding {
  readonly rule: string
  readonly verdict: string
  readonly severity: string
  readonly atMs: number | 'capture'
  readonly blame?: string
}

export interface ExpectedSession {
  readonly kind: string
  readonly port: number
  readonly outcome?: string
  readonly class?: string | null
  readonly oldPeer?: string | null
  readonly newPeer?: string | null
  readonly partial?: true
  readonly totalsMs?: Readonly<Record<string, number | null>>
}

export interface Golden {
  readonly name: string
  readonly scenario: string
  readonly findings: readonly ExpectedFinding[]
  readonly silent: readonly string[]
  readonly sessions?: readonly ExpectedSession[]
}

/** The golden scenarios with their expected results; none where the folder is missing. */
export function goldens(): Golden[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).flatMap(file =>
    file.endsWith('.scenario') ? [file.slice(0, -'.scenario'.length)] : [],
  )
  return names.map(name => ({
    ...JSON.parse(readFileSync(`${folder}${name}.expected.json`, 'utf8')),
    name,
    scenario: readFileSync(`${folder}${name}.scenario`, 'utf8'),
  }))
}

/** AP-B, MLD-B, … of scenario.md 1.4. */
export function address(name: string | null): string | null {
  if (name === null) return null
  const [, kind, letter, link] = /^(AP|MLD)-([A-F])(\d?)$/.exec(name) ?? []
  if (letter === undefined) return name.toLowerCase()
  return `02:00:00:00:0${letter.toLowerCase()}:${kind === 'MLD' ? 'ff' : `0${link || 1}`}`
}

/** Findings in the form of the expected file, `originUs` taken off the times. */
export function foundIn(analysis: Analysis, originUs = 0): ExpectedFinding[] {
  return analysis.findings.map(({rule, verdict, severity, atUs, blame}) => ({
    rule,
    verdict,
    severity,
    atMs: atUs === null ? 'capture' : (atUs - originUs) / 1000,
    blame,
  }))
}

const COMPARED = new Set(['roam', 'connect', 'legacy-roam', 'legacy-connect'])

/** Sessions that an expected file is complete for, with the members it may give. */
export function sessionsIn({sessions}: Analysis, expected: readonly ExpectedSession[]): SessionReport[] {
  const kinds = new Set([...COMPARED, ...expected.map(session => session.kind)])
  return sessions.filter(session => kinds.has(session.kind))
}

/** Orders findings for comparison: their order has no meaning. */
export function inOrder(findings: readonly ExpectedFinding[]): ExpectedFinding[] {
  const key = ({atMs, rule}: ExpectedFinding) => `${rule} ${atMs}`
  return [...findings].sort((a, b) => (key(a) < key(b) ? -1 : 1))
}
