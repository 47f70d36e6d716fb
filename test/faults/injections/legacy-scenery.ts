import type {Scenery} from '../generate.js'
import type {Scene} from '../scene.js'
import type {Wish} from '../stories/index.js'
import type {Field} from '../trace/fields.js'
import type {Line} from '../trace/line.js'
import type {Story} from '../trace/story.js'

export const LEGACY = {model: 'native80211'} as const

export const roam = (wish: Wish = {}, more: Scenery = {}): Scenery => ({
  ...LEGACY,
  ...more,
  stories: [{kind: 'legacy roam', wish}],
})

export const connect = (wish: Wish = {}, more: Scenery = {}): Scenery => ({
  ...LEGACY,
  ...more,
  stories: [{kind: 'legacy connect', wish}],
})

/** An indication of the port; the old model knows no transaction ids. */
export function indicate(scene: Scene, at: number, event: string, fields: Field[] = [], story = scene.story): Line {
  return scene.add(at, 'IND', event, fields, {id: null, story})
}

export function request(
  scene: Scene,
  at: number,
  kind: 'M1' | 'M3',
  event: string,
  fields: Field[],
  story: Story,
): Line {
  return scene.add(at, kind, event, fields, {id: null, story})
}
