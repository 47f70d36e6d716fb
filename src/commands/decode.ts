import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import {BaseCommand, type ExitCode, UserError} from '../cli/command.js'
import {formatFlag} from '../cli/flags.js'
import {printable, safeJson} from '../reports/printable.js'
import type {Screen} from '../reports/screen.js'
import {didYouMean} from '../user/files/suggest.js'
import {decodeInput, kindOf} from '../wdi/decode-input.js'
import {type DecodeReport, decodeShape} from '../wdi/decode-report.js'
import {decodeLines, type TreeLine} from '../wdi/decode-text.js'
import {parseHexInput} from '../wdi/hex-input.js'
import {ALL_MESSAGES, messageByName, messageByNumber} from '../wdi/messages.js'

/** Far more than a message of a driver ever has. */
const LONGEST_INPUT = 16 * 1024 * 1024
const EXPECTED = 'Two digits a byte; blanks, colons, commas, 0x, offsets and ASCII columns are left out.'

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
      summary: 'Which message it is, by name or number: the header does not say.',
      helpValue: 'NAME',
      helpGroup: 'INPUT',
    }),
    format: formatFlag(['text', 'json']),
  }

  async run(): Promise<ExitCode> {
    const {raw, flags} = await this.parse(Decode)
    // `argv` of oclif reorders words that occur twice.
    const words = raw.filter(token => token.type === 'arg').map(token => token.input)
    const bytes = words.length > 0 ? given(words.join(' ')) : await this.fromStdin()
    const message = flags.message === undefined ? null : messageNamed(flags.message)
    const report = decodeInput(bytes, flags.as ?? kindOf(bytes), message)
    if (flags.format === 'json') await this.write(`${safeJson(decodeShape(report))}\n`)
    else await this.write(textOf(report, bytes.length, this.screen(flags.color)))
    return report.problems.length > 0 ? 1 : 0
  }

  private async fromStdin(): Promise<Uint8Array> {
    const hint = 'Give them as an argument or on standard input.'
    if (process.stdin.isTTY) throw new UserError(2, 'decode needs hex digits.', hint)
    let text = ''
    process.stdin.setEncoding('utf8')
    for await (const piece of process.stdin) {
      text += piece
      if (text.length > LONGEST_INPUT) {
        throw new UserError(3, 'Standard input is longer than 16 MB.', 'Give the bytes of one message.')
      }
    }
    const bytes = parseHexInput(text)
    if (!bytes) throw new UserError(3, 'Standard input holds no bytes in hex digits.', EXPECTED)
    return bytes
  }
}

function given(text: string): Uint8Array {
  const bytes = parseHexInput(text)
  if (bytes) return bytes
  throw new UserError(2, `${JSON.stringify(text.slice(0, 40))} is not a row of bytes in hex digits.`, EXPECTED)
}

/** Full name by any name or number of the message. */
function messageNamed(name: string): string {
  const numeric = /^(0x[0-9a-f]{1,8}|\d{1,10})$/i.test(name)
  const message = messageByName(name) ?? (numeric ? messageByNumber(Number(name)) : undefined)
  if (message) return message.fullName
  const names = ALL_MESSAGES.map(({name: short}) => short)
  throw new UserError(
    2,
    `There is no message ${name}.`,
    didYouMean(name, names, 'Names are those of OIDs and indications.'),
  )
}

function* textOf(report: DecodeReport, length: number, screen: Screen): Iterable<string> {
  const {chalk, unicode} = screen
  const column = Math.max(2, String(length).length)
  const styled = ({offset, depth, text, problem}: TreeLine) => {
    const place = offset === null ? ' '.repeat(column) : String(offset).padStart(column)
    const body = printable(text, unicode)
    const shown = problem ? chalk.red(`! ${body}`) : offset === null ? body : chalk.bold(body)
    return `${chalk.dim(place)}  ${'  '.repeat(depth)}${shown}\n`
  }
  for (const line of decodeLines(report)) yield styled(line)
  const {length: count} = report.problems
  if (count > 0) yield `${chalk.red(count === 1 ? '1 problem' : `${count} problems`)}\n`
}
