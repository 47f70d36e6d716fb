import type {AkmCipher} from '../../../wdi/facts.js'
import type {FieldReader} from '../grammar/field-reader.js'
import {CIPHER, parseNumber} from './named-numbers.js'

/** AKM suite types that an authentication algorithm may use (IEEE 802.11 table 9-151), the plain one first. */
const AKMS: ReadonlyMap<number, readonly number[]> = new Map([
  [6, [1, 5, 3]],
  [7, [2, 6, 4]],
  [8, [12, 11, 13]],
  [9, [8, 24, 9, 25]],
  [10, [18]],
  [11, [5, 1, 3]],
])
const FT_AKM: ReadonlyMap<number, number> = new Map([
  [6, 3],
  [7, 4],
  [8, 13],
  [9, 9],
  [11, 3],
])

/** Algorithms that put an RSN element into the request. */
export const usesRsn = (auth: number): boolean => auth >= 6 && auth <= 11

/** `8/GCMP256`. */
export function parseAkm(fields: FieldReader, key: string, text: string): AkmCipher {
  const [akm = '', cipher = '', ...more] = text.split('/')
  const type = parseNumber(akm)
  const number = CIPHER.get(cipher) ?? parseNumber(cipher)
  const valid = [type, number].every(
    value => value !== undefined && Number.isInteger(value) && value >= 0 && value < 256,
  )
  if (!valid || more.length > 0)
    fields.fail(`"${text}" is no value of ${key}=: it needs AKM suite type/cipher, like 8/GCMP256`)
  return {akm: type as number, cipher: number as number}
}

/** The pair of a request that agrees with the algorithm, the task's pairs and the ciphers known. */
export function agreeingAkm(
  auth: number,
  ft: boolean,
  pairs: readonly AkmCipher[],
  ciphers: readonly number[],
): AkmCipher {
  const akms = AKMS.get(auth) ?? []
  const plain = (ft ? FT_AKM.get(auth) : undefined) ?? akms[0] ?? 2
  const cipher = ciphers[0] ?? 4
  const fitting = pairs.filter(pair => akms.includes(pair.akm) || pair.akm === plain)
  return fitting.find(pair => ciphers.includes(pair.cipher)) ?? fitting[0] ?? pairs[0] ?? {akm: plain, cipher}
}
