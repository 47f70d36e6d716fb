import {homedir} from 'node:os'
import {isAbsolute, join} from 'node:path'

/** Where compiled code is kept: beside the program, else in the user's folder for caches. None if Node's own switch says so. */
export function cacheFolders(program: string, env: NodeJS.ProcessEnv): readonly string[] {
  if (env.NODE_DISABLE_COMPILE_CACHE) return []
  return [join(program, 'cache'), join(userCaches(env), 'roamscope', 'code')]
}

function userCaches({XDG_CACHE_HOME: xdg, LOCALAPPDATA: local}: NodeJS.ProcessEnv): string {
  if (xdg && isAbsolute(xdg)) return xdg
  if (process.platform === 'win32' && local) return local
  return join(homedir(), ...(process.platform === 'darwin' ? ['Library', 'Caches'] : ['.cache']))
}
