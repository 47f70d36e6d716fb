import * as Flags from '@oclif/core/flags'
import {PROFILE_NAMES} from '../rules/profiles.js'

/** Flags of every command. */
export const commonFlags = {
  color: Flags.option({
    summary: 'Colour the output: auto is yes on a terminal, unless NO_COLOR or TERM=dumb says no.',
    options: ['auto', 'always', 'never'] as const,
    default: 'auto' as const,
    helpGroup: 'OUTPUT',
  })(),
  quiet: Flags.boolean({
    char: 'q',
    summary: 'Only the results: no progress, no hints; of findings one line each.',
    exclusive: ['verbose'],
    helpGroup: 'OUTPUT',
  }),
  verbose: Flags.boolean({
    char: 'v',
    summary: 'Say more: all evidence, every problem of the input, every reason.',
    helpGroup: 'OUTPUT',
  }),
}

/** `--format`; the first one is the default. Those of a later release are refused with this list. */
export const formatFlag = <const T extends string>(formats: readonly [T, ...T[]]) =>
  Flags.option({
    summary: 'How to print the result on stdout.',
    options: formats,
    default: formats[0],
    helpGroup: 'OUTPUT',
  })()

const count = (minimum: number) => ({min: minimum, helpValue: 'N'})

/** Also for commands that only list rules. */
export const rulesFileFlag = Flags.string({
  summary: 'A file with rules of your own (docs/user-rules.md). Repeatable.',
  helpValue: 'FILE',
  multiple: true,
  multipleNonGreedy: true,
  helpGroup: 'RULES',
})

/** Flags of every command that analyses traces. */
export const analysisFlags = {
  ...commonFlags,
  model: Flags.option({
    summary: 'Driver model of all adapters, where the trace does not say it or says it wrongly.',
    options: ['wificx', 'wdi', 'native80211'] as const,
    helpGroup: 'INPUT',
  })(),
  dialect: Flags.string({
    summary: 'How a driver writes its WDI messages, as a dialect file, for text that is not recognised.',
    helpValue: 'FILE',
    helpGroup: 'INPUT',
  }),
  prefix: Flags.string({
    summary: 'TRACE_FORMAT_PREFIX that tracefmt ran with, if it was not the usual one.',
    helpValue: 'FORMATMESSAGE',
    helpGroup: 'INPUT',
  }),
  tz: Flags.string({
    summary: 'Zone of local times in the input, as offset from UTC: +05:30, -08:00, UTC.',
    helpValue: 'OFFSET',
    helpGroup: 'INPUT',
  }),
  'date-order': Flags.option({
    summary: 'Whether 03/04/2026 is March 4 (mdy) or April 3 (dmy).',
    options: ['mdy', 'dmy'] as const,
    helpGroup: 'INPUT',
  })(),
  each: Flags.boolean({
    summary: 'Every file is a capture of its own; without it all files together are one capture on one clock.',
    helpGroup: 'INPUT',
  }),
  'full-parse': Flags.boolean({
    summary: 'Parse every record, also those that cannot matter: slower, to check the fast path against.',
    helpGroup: 'INPUT',
  }),
  hash: Flags.boolean({
    summary: 'Put the SHA-256 of every input into the result.',
    helpGroup: 'INPUT',
  }),
  label: Flags.string({
    summary: 'A fact about the capture for its result: driver=24.30.1, os=26100, device=… Repeatable.',
    helpValue: 'KEY=VALUE',
    multiple: true,
    multipleNonGreedy: true,
    helpGroup: 'INPUT',
  }),
  rules: Flags.string({
    summary: 'Only these rules: ids or categories, comma-separated. Repeatable.',
    helpValue: 'ID',
    multiple: true,
    multipleNonGreedy: true,
    delimiter: ',',
    helpGroup: 'RULES',
  }),
  skip: Flags.string({
    summary: 'Not these rules: ids or categories, comma-separated. Repeatable.',
    helpValue: 'ID',
    multiple: true,
    multipleNonGreedy: true,
    delimiter: ',',
    helpGroup: 'RULES',
  }),
  'rules-file': rulesFileFlag,
  profile: Flags.option({
    summary: 'Whose limits hold, and how grave it is to miss them (docs/profiles.md). Without it: doc.',
    options: PROFILE_NAMES,
    env: 'ROAMSCOPE_PROFILE',
    helpGroup: 'RULES',
  })(),
  strict: Flags.boolean({
    summary: 'Exit code 3 also when only part of the input could be read or judged.',
    helpGroup: 'BEHAVIOUR',
  }),
  jobs: Flags.integer({
    summary: 'Workers to use at most; the result does not depend on it.',
    ...count(1),
    helpGroup: 'BEHAVIOUR',
  }),
  output: Flags.string({
    char: 'o',
    summary: 'Also write the result to a file, in the same run: json:report.json. Repeatable.',
    helpValue: 'FORMAT:PATH',
    multiple: true,
    multipleNonGreedy: true,
    helpGroup: 'OUTPUT',
  }),
  limit: Flags.integer({
    summary: 'Rows of a list in text output; 0 shows all.',
    ...count(0),
    default: 20,
    helpGroup: 'OUTPUT',
  }),
}

/** Only for commands whose findings decide the exit code. */
export const failOnFlag = Flags.option({
  summary: 'Exit code 1 from this severity up. Without it: error.',
  options: ['error', 'warning', 'info', 'never'] as const,
  env: 'ROAMSCOPE_FAIL_ON',
  helpGroup: 'BEHAVIOUR',
})()
