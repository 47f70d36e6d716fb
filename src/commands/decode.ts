import {Args, Flags} from '@oclif/core'
import {formatFlag} from '../cli/flags.js'
import {didYouMean} from '../cli/suggest.js'
import {BaseCommand, type ExitCode, UserError} from '../command.js'
import {printable} from '../reports/printable.js'
import type {Screen} from '../reports/screen.js'
import type {DecodeReport} from '../wdi/decode-report.js'
import {decodeLines, type TreeLine} from '../wdi/decode-text.js'
import {parseHexInput} from '../wdi/hex-input.js'
import {ALL_MESSAGES, messageByName, messageByNumber} from '../wdi/messages.js'

/** Far more than a message of a driver ever has. */
const _LONGEST_INPUT = 16 * 1024 * 1024

export default class Decode extends BaseCommand {
  static override summary = 'A WDI message, TLV stream or 802.11 frame body, given as hex digits, as a tree.'
  static override description =
    `Hex as it stands in logs and dumps: blanks, colons, commas, 0x, offsets and ASCII columns may be in it.
Without --as it is a message where that fits the bytes better than a TLV stream. Keys are shown by length only.
Exit code 1 when the bytes are malformed.`
  static override examples = [
    {description: 'A trigger of the driver:', command: '<%= config.bin %> <%= command.id %> "55 00 04 00 0a 00 00 00"'},
    {description: 'A dump from a log:', command: '<%= config.bin %> <%= command.id %> --format json < dump.txt'},
  ]
  static override strict = false
  static override args = {
    hex: Args.string({description: 'Hex digits; without them they are read from standard input.', ignoreStdin: true}),
  }
  static override flags = {
    as: Flags.option({
      summary: 'What the bytes are.',
      options: ['tlvs', 'message', 'frame'] as const,
      helpGroup: 'INPUT',
    })(),
    message: Flags.string({
      summary: 'Which message it is: the header does not say. Name or number.',
      helpValue: 'NAME',
      helpGroup: 'INPUT',
    }),
    format: formatFlag(['text', 'json']),
  }

  async run(): Promise<ExitCode> {
    const {raw, flags} = await this.parse(Decode)
    // `argv` of oclif reorders words that occur twice.
    const _words = raw.filter(token => token.type === 'arg').map(token => token.input)
    const bytes = parseHexInput(text)
    if (!bytes) throw new UserError(3, 'Standard input holds no bytes in hex digits.', EXPECTED)
    return bytes
  }
}

const EXPECTED = 'Two digits a byte; blanks, colons, commas, 0x, offsets and ASCII columns are left out.'

function _given(text: string): Uint8Array {
  const bytes = parseHexInput(text)
  if (!bytes)
    throw new UserError(2, `${JSON.stringify(text.slice(0, 40))} is not a row of bytes in hex digits.`, EXPECTED)
  return bytes
}

/** Full name by any name or number of the message. */
function _messageNamed(name: string): string {
  const message =
    messageByName(name) ?? (/^(0x[0-9a-f]{1,8}|\d{1,10})$/i.test(name) ? messageByNumber(Number(name)) : undefined)
  if (message) return message.fullName
  const names = ALL_MESSAGES.map(({name: short}) => short)
  throw new UserError(
    2,
    `There is no message ${name}.`,
    didYouMean(name, names, 'Names are those of OIDs and indications.'),
  )
}

function* _textOf(report: DecodeReport, length: number, screen: Screen): Iterable<string> {
  const {chalk, unicode} = screen
  const column = Math.max(2, String(length).length)
  const styled = ({offset, depth, text, problem}: TreeLine) => {
    const place = offset === null ? ' '.repeat(column) : String(offset).padStart(column)
    const body = printable(text, unicode)
    return `${chalk.dim(place)}  ${'  '.repeat(depth)}${problem ? chalk.red(`! ${body}`) : offset === null ? body : chalk.bold(body)}\n`
  }
  for (const line of decodeLines(report)) yield styled(line)
  const {length: count} = report.problems
  if (count > 0) yield `${chalk.red(count === 1 ? '1 problem' : `${count} problems`)}\n`
}
