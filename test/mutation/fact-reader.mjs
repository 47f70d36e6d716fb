// What the messages of an event say is not mutated either. It is frozen: it outlives the mutant that reads it first.
import {createReader as create} from '../../src/wdi/fact-reader.js'

const reader = create()
const known = new WeakMap()
const names = Object.keys(reader).filter(name => name !== 'number')
const shared = {...reader, ...Object.fromEntries(names.map(name => [name, remembering(name)]))}

export function createReader() {
  return shared
}

function remembering(name) {
  return event => {
    const facts = known.get(event) ?? new Map()
    if (facts.size === 0) known.set(event, facts)
    if (!facts.has(name)) facts.set(name, frozen(reader[name](event)))
    return facts.get(name)
  }
}

function frozen(value) {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || Object.isFrozen(value)) return value
  Object.freeze(value)
  for (const inner of Object.values(value)) frozen(inner)
  return value
}
