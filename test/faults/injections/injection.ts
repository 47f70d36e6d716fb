import type {Scenery} from '../generate.js'
import type {Scene} from '../scene.js'

/** One violation of one rule, planted into a conformant trace. */
export interface Injection {
  readonly rule: string
  /** How it is done, where a rule has more than one way. */
  readonly way: string
  readonly scenery: Scenery
  plant(scene: Scene): void
}

export function injection(rule: string, way: string, scenery: Scenery, plant: (scene: Scene) => void): Injection {
  return {rule, way, scenery, plant}
}
