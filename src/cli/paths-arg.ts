import * as Args from '@oclif/core/args'
import {UserError} from './user-error.js'

/** PATHS of every command that reads traces; oclif must not take stdin for them: `-` is a path of ours. */
export const pathsArg = {
  paths: Args.string({
    description: 'Files, folders, globs, archives (.gz, .zip, .cab), or - for stdin.',
    multiple: true,
    ignoreStdin: true,
  }),
}

export function requiredPaths(paths: readonly string[] | undefined, command: string): readonly string[] {
  if (paths !== undefined && paths.length > 0) return paths
  throw new UserError(
    2,
    `${command} needs at least one file, folder or glob.`,
    `As in: roamscope ${command} trace.txt, or - for stdin.`,
  )
}
