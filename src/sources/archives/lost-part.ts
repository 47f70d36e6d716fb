import {quoted} from '../read-failure.js'

/** Why a member could not be read to its end. `what`: the rest of a sentence. */
export function lostPart(path: string, what: string, given: number): string {
  const kept = given === 0 ? 'nothing of it could be read' : `its first ${given} bytes, unpacked, were read`
  return `${quoted(path)} ${what}; ${kept}: copy its archive again from where it came from.`
}
