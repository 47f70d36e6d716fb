import type {FormatId} from './parser.js'

/** What a file that is not text is, and a sentence for the user: which tool turns it into something readable. */
export interface BinaryDescription {
  readonly format: FormatId
  readonly sentence: string
}

interface Signature {
  /** Bytes at an offset; `?` is any byte. */
  readonly at: number
  readonly bytes: string
  readonly description: BinaryDescription
}

function unknown(what: string, advice: string): BinaryDescription {
  return {format: 'unknown', sentence: `This is ${what}, not a trace in text form: ${advice}.`}
}

const ETL: BinaryDescription = {
  format: 'etl',
  sentence:
    'This is a binary trace (.etl): convert it on Windows first, for example with "tracefmt FILE.etl -o FILE.txt" (driver traces), ' +
    '"netsh trace convert input=FILE.etl", "pktmon etl2txt FILE.etl" or "tracerpt FILE.etl -o FILE.xml -of XML".',
}
const EVTX: BinaryDescription = {
  format: 'evtx',
  sentence:
    'This is a binary event log (.evtx): export it as XML on Windows first, for example with "wevtutil qe FILE.evtx /lf:true /f:RenderedXml > FILE.xml".',
}
const UNPACK = 'unpack it and give the folder'
const CAPTURE = 'packets alone do not show what the driver did; give the trace that was recorded with them'
const IMAGE = 'give the trace file itself'
const OTHER = unknown('a binary file of an unknown kind', 'give an export in text, CSV or XML form')

const SIGNATURES: readonly Signature[] = [
  {at: 0, bytes: 'ElfFile\0', description: EVTX},
  {
    at: 0,
    bytes: 'MSCF\0\0\0\0',
    description: unknown('a cabinet archive (.cab)', `${UNPACK}, for example with "expand FILE.cab -F:* FOLDER"`),
  },
  {at: 0, bytes: 'PK\x03\x04', description: unknown('a ZIP archive', `${UNPACK}, for example with "tar -xf FILE.zip"`)},
  {at: 0, bytes: 'PK\x05\x06', description: unknown('an empty ZIP archive', IMAGE)},
  {
    at: 0,
    bytes: '\x1f\x8b\x08',
    description: unknown('gzip-compressed data', `${UNPACK}, for example with "gzip -d FILE.gz"`),
  },
  {at: 0, bytes: '7z\xbc\xaf\x27\x1c', description: unknown('a 7-Zip archive', UNPACK)},
  {at: 0, bytes: 'Rar!\x1a\x07', description: unknown('a RAR archive', UNPACK)},
  {at: 0, bytes: '\xfd7zXZ\0', description: unknown('xz-compressed data', UNPACK)},
  {at: 0, bytes: '\x28\xb5\x2f\xfd', description: unknown('zstd-compressed data', UNPACK)},
  {at: 0, bytes: 'BZh', description: unknown('bzip2-compressed data', UNPACK)},
  {at: 0, bytes: '\x0a\x0d\x0d\x0a', description: unknown('a packet capture (pcapng)', CAPTURE)},
  {at: 0, bytes: '\xd4\xc3\xb2\xa1', description: unknown('a packet capture (pcap)', CAPTURE)},
  {at: 0, bytes: '\xa1\xb2\xc3\xd4', description: unknown('a packet capture (pcap)', CAPTURE)},
  {at: 0, bytes: '\x4d\x3c\xb2\xa1', description: unknown('a packet capture (pcap)', CAPTURE)},
  {
    at: 0,
    bytes: '\x30\0\0\0LfLe',
    description: unknown('an event log of Windows XP (.evt)', 'export it as XML or CSV first'),
  },
  {at: 0, bytes: '\x89PNG', description: unknown('a picture', IMAGE)},
  {at: 0, bytes: '\xff\xd8\xff', description: unknown('a picture', IMAGE)},
  {at: 0, bytes: 'GIF8', description: unknown('a picture', IMAGE)},
  {at: 0, bytes: '%PDF-', description: unknown('a PDF document', IMAGE)},
  {at: 0, bytes: '\xd0\xcf\x11\xe0', description: unknown('an Office document', 'save the table as CSV first')},
  {
    at: 0,
    bytes: 'PAGEDU',
    description: unknown('a crash dump', 'open it in WinDbg and save the text of "!wmitrace.logdump"'),
  },
  {
    at: 0,
    bytes: 'MDMP',
    description: unknown('a crash dump', 'open it in WinDbg and save the text of "!wmitrace.logdump"'),
  },
  {
    at: 0,
    bytes: 'Microsoft C/C++ MSF',
    description: unknown('a symbol file (.pdb)', 'give it to tracefmt to convert the trace'),
  },
  {at: 0, bytes: 'SQLite format 3\0', description: unknown('a database', 'export the table as CSV first')},
  {at: 0, bytes: '\x7fELF', description: unknown('a program', IMAGE)},
]

/** Recognises a binary file by its first bytes; null: it has no signature that is known. */
export function recogniseBinary(head: Uint8Array): BinaryDescription | null {
  for (const {at, bytes, description} of SIGNATURES) {
    if (startsWith(head, at, bytes)) return description
  }
  return isEtl(head) ? ETL : null
}

/** Says what a file is that turned out not to be text. */
export function describeBinary(head: Uint8Array): BinaryDescription {
  return recogniseBinary(head) ?? OTHER
}

function startsWith(head: Uint8Array, at: number, bytes: string): boolean {
  if (head.length < at + bytes.length) return false
  for (let i = 0; i < bytes.length; i++) if (head[at + i] !== bytes.charCodeAt(i)) return false
  return true
}

/**
 * An .etl file has no magic number, but a first buffer like no other (etl.md 1.1, 1.3): size, state 3, type
 * "header", and behind its 72 bytes the log file header: a system record (0xC0, type 1 or 2) of hook 0.
 */
function isEtl(head: Uint8Array): boolean {
  if (head.length < 80) return false
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  if (view.getUint32(0, true) < 72 || view.getUint32(0x2c, true) !== 3 || view.getUint16(0x36, true) !== 4) return false
  const compressed = (view.getUint16(0x34, true) & 0x40) !== 0
  const type = head[0x4a] as number
  return compressed || (head[0x4b] === 0xc0 && (type === 1 || type === 2) && view.getUint16(0x4e, true) === 0)
}
