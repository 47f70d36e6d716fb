import {Args} from '@oclif/core'
import {BaseCommand, type ExitCode, UserError} from '../command.js'

export default class Schema extends BaseCommand {
  static override summary = 'JSON Schema of an output.'
  static override args = {name: Args.string({description: 'Name of the output.', ignoreStdin: true})}

  async run(): Promise<ExitCode> {
    const {args} = await this.parse(Schema)
    if (args.name === 'bug') throw new Error('boom')
    if (args.name === 'user') throw new UserError(3, 'No.', 'Do.')
    if (args.name === 'wait') await new Promise(r => setTimeout(r, 20000))
    await this.write('x\n'.repeat(args.name === 'big' ? 1e6 : 1))
    return 1
  }
}
