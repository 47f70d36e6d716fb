import wordsJson from '../spec/code-words.json' with {type: 'json'}
import {codes} from '../spec.js'
import type {Match, Question} from './match.js'
import {inWords} from './words.js'

type CodeSet = 'statusCodes' | 'reasonCodes'

const words: Readonly<Record<CodeSet, ReadonlyMap<string, string>>> = {
  statusCodes: new Map(Object.entries(wordsJson.statusCodes)),
  reasonCodes: new Map(Object.entries(wordsJson.reasonCodes)),
}

/** 802.11 status codes or reason codes, by number or short name. */
export function codesFor(set: CodeSet, {name, number}: Question): Match[] {
  return [...codes[set]]
    .filter(([code, short]) => (number === null ? short === name : code === number))
    .map(([code, short]) => ({
      kind: set === 'statusCodes' ? ('status-code' as const) : ('reason-code' as const),
      name: short,
      value: code,
      text: `802.11 ${set === 'statusCodes' ? 'status' : 'reason'} code: ${words[set].get(String(code)) ?? inWords(short)}`,
      source: set === 'statusCodes' ? 'IEEE 802.11-2020 § 9.4.1.9' : 'IEEE 802.11-2020 § 9.4.1.7',
      details: {},
    }))
}

export const codeNames = (): string[] => [...codes.statusCodes.values(), ...codes.reasonCodes.values()]
