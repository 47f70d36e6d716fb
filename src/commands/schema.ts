import * as Args from '@oclif/core/args'
import {BaseCommand, type ExitCode, UserError} from '../cli/command.js'
import {DIALECT_SCHEMA} from '../dialects/user/dialect-schema.js'
import {schemas as outputs} from '../reports/schemas/index.js'
import {CONFIG_SCHEMA} from '../user/config/config-schema.js'
import {didYouMean} from '../user/files/suggest.js'
import {RULES_SCHEMA} from '../user/rules/rule-schema.js'

/** Outputs, then the files that users write. */
const schemas: ReadonlyMap<string, object> = new Map<string, object>([
  ...outputs,
  ['config', CONFIG_SCHEMA],
  ['rules-file', RULES_SCHEMA],
  ['dialect', DIALECT_SCHEMA],
])

export default class Schema extends BaseCommand {
  static override summary = 'JSON Schema (2020-12) of an output, or of a file that you write.'
  static override description = `Names: ${[...schemas.keys()].join(', ')}. Without a name it lists them.`
  static override examples = [
    {description: 'For a validator:', command: '<%= config.bin %> <%= command.id %> analysis > analysis.schema.json'},
  ]
  static override args = {
    name: Args.string({description: `One of ${[...schemas.keys()].join(', ')}.`, ignoreStdin: true}),
  }

  async run(): Promise<ExitCode> {
    const {args} = await this.parse(Schema)
    const names = [...schemas.keys()]
    if (args.name === undefined) {
      await this.write(`${names.join('\n')}\n`)
      return 0
    }
    const schema = schemas.get(args.name)
    if (!schema) {
      const hint = didYouMean(args.name, names, `There are ${names.join(', ')}.`)
      throw new UserError(2, `There is no schema named ${args.name}.`, hint)
    }
    await this.write(`${JSON.stringify(schema, null, 2)}\n`)
    return 0
  }
}
