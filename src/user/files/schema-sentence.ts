import type {ErrorObject} from 'ajv'
import {closest} from './suggest.js'

/** What a validator found, as a sentence without its end; `kind`: what the whole file is called. */
export function schemaSentence(error: ErrorObject, kind: string): string {
  const at = error.instancePath.split('/').slice(1)
  const what = at.length === 0 ? `a ${kind}` : `${at.at(-1)?.match(/^\d+$/) ? `${at.at(-2)}[${at.at(-1)}]` : at.at(-1)}`
  const {params} = error
  const parent = error.parentSchema as {properties?: object; examples?: readonly string[]} | undefined
  switch (error.keyword) {
    case 'required':
      return `${what} needs "${params.missingProperty}"`
    case 'additionalProperties': {
      const surplus = String(params.additionalProperty)
      const guess = closest(surplus, Object.keys(parent?.properties ?? {}))
      return `"${surplus}" is no key of ${what}${guess === null ? '' : `; did you mean ${guess}?`}`
    }
    case 'enum':
      return `${what} is one of ${(params.allowedValues as string[]).join(', ')}`
    case 'type':
    case 'pattern':
      if (parent?.examples) return `${what} has to look like ${parent.examples.join(' or ')}`
      if (error.keyword === 'pattern') return `${what} ${error.message}`
      // YAML would make a number of a version.
      if (params.type === 'string' && typeof error.data !== 'object') return `${what} has to be text; put it in quotes`
      return `${what} has to be ${[params.type].flat().join(' or ')}`
    default:
      return `${what} ${error.message}`
  }
}
