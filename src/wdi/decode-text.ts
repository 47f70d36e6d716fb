import type {TlvNode} from './decode.js'
import type {DecodeReport} from './decode-report.js'
import type {FieldValues, Plain} from './fields.js'
import type {ElementNode, FrameNode} from './frame-tree.js'
import {hexText} from './octets.js'
import type {DecodeProblem} from './problem.js'

/** One line of the tree. `problem`: it says what does not fit. */
export interface TreeLine {
  readonly offset: number | null
  readonly depth: number
  readonly text: string
  readonly problem: boolean
}

const line = (depth: number, text: string, offset: number | null = null): TreeLine => ({
  offset,
  depth,
  text,
  problem: false,
})

const problemLine = (depth: number, {code, message}: DecodeProblem): TreeLine => ({
  offset: null,
  depth,
  text: `${code}: ${message}`,
  problem: true,
})

const hexNumber = (value: number): string => `0x${value.toString(16).toUpperCase()}`
const bytesOf = (length: number): string => (length === 1 ? '1 byte' : `${length} bytes`)

const isRecord = (value: Plain): value is {readonly [name: string]: Plain} =>
  typeof value === 'object' && !Array.isArray(value)

function plainText(value: Plain, name: Plain | undefined): string {
  if (Array.isArray(value)) {
    return `[${value.map((member, index) => plainText(member as Plain, Array.isArray(name) ? name[index] : undefined)).join(', ')}]`
  }
  if (isRecord(value)) {
    const names = name !== undefined && isRecord(name) ? name : {}
    return `{${Object.entries(value)
      .map(([key, member]) => `${key} ${plainText(member, names[key])}`)
      .join(', ')}}`
  }
  return typeof name === 'string' && name !== '' ? `${value} ${name}` : String(value)
}

function fieldLines(depth: number, {values, names}: FieldValues): TreeLine[] {
  const entries = Object.entries(values)
  const width = Math.max(0, ...entries.map(([name]) => name.length))
  return entries.map(([name, value]) => line(depth, `${name.padEnd(width)}  ${plainText(value, names[name])}`))
}

const ROW = 32

/** Up to four rows of hex; the JSON has all of it. */
function byteLines(depth: number, bytes: Uint8Array): TreeLine[] {
  const rows: TreeLine[] = []
  for (let at = 0; at < bytes.length && rows.length < 4; at += ROW) {
    rows.push(line(depth, hexText(bytes.subarray(at, at + ROW)).replace(/..(?=.)/g, '$& ')))
  }
  const shown = rows.length * ROW
  return bytes.length > shown ? [...rows, line(depth, `… ${bytesOf(bytes.length - shown)} more`)] : rows
}

function elementLines(element: ElementNode, depth: number): TreeLine[] {
  const {id, extension, name, offset, length, fields, bytes, problems} = element
  const label = extension === null ? `${id}` : `${id}/${extension}`
  return [
    line(depth, `${name ?? 'element'} (${label}), ${bytesOf(length)}`, offset),
    ...(fields ? fieldLines(depth + 1, fields) : byteLines(depth + 1, bytes ?? new Uint8Array(0))),
    ...problems.map(problem => problemLine(depth + 1, problem)),
  ]
}

function frameLines(frame: FrameNode, depth: number): TreeLine[] {
  const own = frame.problems.filter(problem => !frame.elements.some(element => element.problems.includes(problem)))
  return [
    line(depth, frame.kind.replaceAll('-', ' ')),
    ...fieldLines(depth + 1, frame.fields),
    ...byteLines(depth + 1, frame.rest),
    ...frame.elements.flatMap(element => elementLines(element, depth + 1)),
    ...own.map(problem => problemLine(depth + 1, problem)),
  ]
}

function tlvLines(node: TlvNode, depth: number): TreeLine[] {
  const {type, name, offset, length, fields, tlvs, frame, bytes, problems} = node
  const own = frame ? problems.filter(problem => !frame.problems.includes(problem)) : problems
  return [
    line(depth, `${name?.replace(/^WDI_TLV_/, '') ?? 'unknown TLV'} (${hexNumber(type)}), ${bytesOf(length)}`, offset),
    ...own.map(problem => problemLine(depth + 1, problem)),
    ...(fields ? fieldLines(depth + 1, fields) : []),
    ...(tlvs ?? []).flatMap(inner => tlvLines(inner, depth + 1)),
    ...(frame ? frameLines(frame, depth + 1) : []),
    ...(bytes ? byteLines(depth + 1, bytes) : []),
  ]
}

/** The report as lines of a tree. Text from the bytes is in it: escape before printing. */
export function decodeLines({message, tlvs, frame, problems}: DecodeReport): TreeLine[] {
  const head = message
    ? [
        line(0, `${message.name ?? 'message'}, header of 16 bytes`, 0),
        line(
          1,
          `port ${message.portId}, status ${hexNumber(message.status)}, transaction ${message.transactionId}, IHV ${message.ihvId}`,
        ),
      ]
    : []
  const placed = new Set([...tlvs.flatMap(allProblems), ...(frame?.problems ?? [])])
  return [
    ...head,
    ...tlvs.flatMap(node => tlvLines(node, 0)),
    ...(frame ? frameLines(frame, 0) : []),
    ...problems.filter(problem => !placed.has(problem)).map(problem => problemLine(0, problem)),
  ]
}

const allProblems = (node: TlvNode): DecodeProblem[] => [...node.problems, ...(node.tlvs ?? []).flatMap(allProblems)]
