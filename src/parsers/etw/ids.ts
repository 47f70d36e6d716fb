const GUID = /^\s*\{?([\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})\}?\s*$/i
const NO_GUID = '00000000-0000-0000-0000-000000000000'
const UNKNOWN_ID = 0xffff_ffff

/** A GUID in lower case without braces; null for any other text and for the GUID of zeros, which means none. */
export function readGuid(text: string | undefined): string | null {
  const guid = text === undefined ? undefined : GUID.exec(text)?.[1]?.toLowerCase()
  return guid === undefined || guid === NO_GUID ? null : guid
}

/** A process, thread or processor number, decimal or hex; -1 as unsigned number means unknown. */
export function readId(text: string | undefined): number | null {
  const id = readNumber(text)
  return id === UNKNOWN_ID ? null : id
}

/** A whole number of up to 32 bits, decimal, with 0x, or in bare hex where a letter shows it; else null. */
export function readNumber(text: string | undefined): number | null {
  const digits = text?.trim() ?? ''
  if (/^\d{1,10}$/.test(digits)) return Number(digits)
  if (/^(?:0x)?[\da-f]{1,16}$/i.test(digits)) {
    const value = Number.parseInt(digits, 16)
    return Number.isSafeInteger(value) ? value : null
  }
  return null
}
