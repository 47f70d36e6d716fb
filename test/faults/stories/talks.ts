import {type Field, fieldOf, group} from '../trace/fields.js'
import type {Ap} from '../world.js'
import {type Beat, beat, quick, soon} from './beats.js'
import type {Candidate} from './candidates.js'
import type {Scribe} from './scribe.js'

/** One FT exchange with an AP: indication, answer of the host, response of the driver. */
export function ftTalk(scribe: Scribe, {ap, fields}: Candidate, name: string): Beat[] {
  const {story, rng} = scribe
  const ft = fields.find(field => typeof field !== 'string' && field.name === 'ft')
  const said = typeof ft === 'object' ? ft.fields : []
  const blob = (name: string): Field => group(name, ...said)
  const fixed = rng.chance(0.3)
  return [
    beat(() => {
      const request = blob('request')
      if (fixed && typeof request === 'object') request.fields.push('alg=2', 'seq=1')
      story.mark(`${name}`, scribe.indicate('FT_ASSOC_PARAMS_NEEDED', [ap.name, request, blob('response')]))
    }),
    quick(() => {
      const answer = ['status=success', 'rsnie', 'mde', 'fte']
      story.mark(`${name}Answer`, scribe.command('SET_FAST_BSS_TRANSITION_PARAMETERS', answer))
    }),
    soon(() => {
      story.mark(`${name}Response`, scribe.answer(story.part(`${name}Answer`)))
    }),
  ]
}

export interface SaeWish {
  readonly ap: Ap
  readonly mlo: boolean
  /** Id of the task, which the answers may repeat. */
  readonly taskId: () => number | null
}

/** A whole SAE exchange; parts `sae0`, `sae0Answer`, … by number of the indication. */
export function saeTalk(scribe: Scribe, {ap, mlo, taskId}: SaeWish): Beat[] {
  const {story, rng} = scribe
  const repeats = rng.chance(0.5)
  const hashed = rng.chance(0.4) ? 4 : 0
  const talks: (readonly [type: number, frame: string | null, answer: number, parameters: string | null])[] = [
    [0, null, hashed, 'commit-params'],
  ]
  if (rng.chance(0.3)) talks.push([1, 'commit-frame(code 76)', hashed, 'commit-params'])
  talks.push([1, rng.pick(['commit-frame', 'commit-frame(code 0)']), 1, 'confirm-params'])
  if (rng.chance(0.2)) talks.push([4, null, 1, 'confirm-params'])
  talks.push([2, 'confirm-frame', 3, null])
  return talks.flatMap(([type, frame, answerType, parameters], index) => [
    beat(() => {
      const fields: Field[] = [ap.name, `type=${type}`]
      if (frame !== null) fields.push(frame)
      if (mlo) fields.push('multi-link', 'local-link')
      story.mark(`sae${index}`, scribe.indicate('SAE_AUTH_PARAMS_NEEDED', fields))
    }),
    beat(() => {
      const fields: Field[] = [ap.name, `type=${answerType}`]
      if (parameters !== null) fields.push(parameters)
      const id = repeats ? taskId() : undefined
      story.mark(`sae${index}Answer`, scribe.command('SET_SAE_AUTH_PARAMS', fields, id))
    }),
    soon(() => {
      story.mark(`sae${index}Response`, scribe.answer(story.part(`sae${index}Answer`)))
    }),
  ])
}

/** Indications of an exchange by type, as the traces write it. */
export const saeType = (fields: readonly Field[]): string | undefined => fieldOf(fields, 'type')
