/** What the debugger prints around the entries of a driver's log (formats.md 1.7). */
export type IfrBanner =
  | {readonly kind: 'start'}
  | {readonly kind: 'end'}
  /** The prefix in force, in FormatMessage notation. */
  | {readonly kind: 'prefix'; readonly notation: string}
  /** The command that was typed, with the driver it names. */
  | {readonly kind: 'command'; readonly driver: string | null}
  /** A row of the table of logs that were merged. */
  | {readonly kind: 'log'; readonly driver: string; readonly log: string}
  | {readonly kind: 'count'; readonly entries: number}
  | {readonly kind: 'other'}

const COMMAND =
  /^(?:\d{1,4}: (?:kd|lkd)|lkd|\d{1,3}:\d{3,4}(?::x86)?)> ?(?:!(?:(?:rcdrkd\.)?rcdr(?:log|crash)dump|(?:wdfkd\.)?wdf(?:log|crash)dump)(?:\s+([\w.-]{1,128}))?|.*)/i
const LOG =
  /^!(?:rcdrkd\.)?rcdrlogdump\s{1,8}(\S{1,128})\s{1,8}-a\s{1,8}[\da-f`]{1,17}\s{1,8}(\S.{0,127}?)\s{2,64}\d{1,9}\s*$/i
const PREFIX = /^Trace format prefix is: ?(.*)$/
const COUNT = /^There are (\d{1,9}) log entries/
const OTHER =
  /^(?:Trace searchpath is:|Log dump command\s|={4,}[\s=]*$|Trying to extract TMF information from - |Gather log: |% read so far )/

/** null: an entry, or nothing that these commands print. */
export function readIfrBanner(line: string): IfrBanner | null {
  if (line.length > 2048) return null
  if (/^-{3,4} ?start of log ?-{3,4}\s*$/.test(line)) return {kind: 'start'}
  if (/^-{3,4} ?end of log ?-{3,4}\s*$/.test(line)) return {kind: 'end'}
  const prefix = PREFIX.exec(line)
  if (prefix !== null) return {kind: 'prefix', notation: prefix[1] as string}
  const log = LOG.exec(line)
  if (log !== null) return {kind: 'log', driver: driverName(log[1] as string), log: log[2] as string}
  const command = COMMAND.exec(line)
  if (command !== null) {
    return {kind: 'command', driver: command[1] === undefined ? null : driverName(command[1])}
  }
  const count = COUNT.exec(line)
  if (count !== null) return {kind: 'count', entries: Number(count[1])}
  return OTHER.test(line) ? {kind: 'other'} : null
}

function driverName(module: string): string {
  return module.replace(/\.(?:sys|dll|exe)$/i, '')
}
