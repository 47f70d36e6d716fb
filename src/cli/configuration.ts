import {existsSync} from 'node:fs'
import {basename, dirname, isAbsolute, join, relative, resolve} from 'node:path'
import {type Config, loadConfig} from '../user/config/load-config.js'
import {textOf} from './text-of.js'
import {UserError} from './user-error.js'

const NAMES = ['json', 'yaml', 'yml'].map(ending => `roamscope.config.${ending}`)

/**
 * The configuration of the working directory: the file that ROAMSCOPE_CONFIG names (`none` for none), else the
 * nearest one in the folder or above it. null: there is none.
 */
export function configuration(cwd: string, env: NodeJS.ProcessEnv): Config | null {
  const named = env.ROAMSCOPE_CONFIG
  if (named === 'none') return null
  const path = named ? resolve(cwd, named) : nearest(cwd)
  if (path === null) return null
  return loadConfig(textOf(path, 'configuration'), shown(path, cwd))
}

/** A path of a configuration, which is relative to its folder, as the program opens it. */
export const besideConfig = (config: Config, path: string): string =>
  isAbsolute(path) ? path : join(dirname(config.file), path)

export const isConfiguration = (path: string): boolean => NAMES.includes(basename(path))

function nearest(cwd: string): string | null {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    const [first, second] = NAMES.map(name => join(folder, name)).filter(existsSync)
    if (first && second) {
      throw new UserError(2, `${shown(first, cwd)} and ${shown(second, cwd)} stand in one folder.`, 'Keep one of them.')
    }
    if (first) return first
    if (folder === dirname(folder)) return null
  }
}

const shown = (path: string, cwd: string): string => relative(cwd, path) || path
