import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Interfaces} from '@oclif/core'
import type {Command} from '@oclif/core/command'
import {Config} from '@oclif/core/config'

/** Where the program is and how its commands are loaded. */
export interface Installation {
  /** Folder of the package. */
  readonly root: string
  command(id: string): Command.Class
}

/**
 * oclif's configuration of this program. Its own loader would search and ask for what the build has written down:
 * the manifest beside the bundle says what commands there are and what they take.
 */
export async function programConfig({root, command}: Installation): Promise<Config> {
  // A file in the home of the user that would change colours of the help: nobody asked for it, every run would.
  process.env.ROAMSCOPE_DISABLE_THEME = '1'
  const json = <T>(...path: string[]): T => JSON.parse(readFileSync(join(root, ...path), 'utf8'))
  const pjson = json<Interfaces.PJSON>('package.json')
  const {commands} = json<Interfaces.Manifest>('dist', 'oclif.manifest.json')
  const {name, version} = pjson
  const findCommand = async (id: string) => Object.assign(command(id), {id, plugin})
  const plugin: Interfaces.Plugin = {
    _base: '@oclif/core',
    alias: name,
    commandIDs: Object.keys(commands),
    commands: Object.values(commands).map(one => ({...one, load: () => findCommand(one.id)})),
    commandsDir: undefined,
    findCommand,
    hasManifest: true,
    hooks: {},
    isRoot: true,
    load: async () => undefined,
    moduleType: 'commonjs',
    name,
    options: {root, isRoot: true},
    pjson,
    root,
    topics: [],
    type: 'core',
    valid: true,
    version,
  }
  return Config.load({root, pjson, plugins: new Map([[name, plugin]])})
}
