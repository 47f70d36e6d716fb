import type {Random} from '../random.js'
import {type Field, group, item} from '../trace/fields.js'
import type {Ap} from '../world.js'

/** An attempt that failed, reported as the pages want it: with its code and the frame that told it. */
export function failedResult(ap: Ap, rng: Random): Field {
  const code = rng.pick([1, 12, 17, 37])
  return rng.pick<() => Field>([
    () => item(ap.name, `status=${rng.pick([2, 30, 31, 40, 41, 42, 43, 45, 50, 51, 55])}`),
    () => item(ap.name, 'status=44', `code=${code}`, group('auth-response')),
    () => item(ap.name, 'status=54', `code=${code}`, group('response')),
    () => item(ap.name, 'status=54', 'code=30', 'comeback=100', group('response')),
    () => item(ap.name, `status=${rng.pick([52, 53])}`, group('response')),
  ])()
}
