const RSN_OUI = 0xac0f00

/** 32-bit value of an AKM or cipher suite of 00-0F-AC: the bytes on the air read little-endian. */
export const suiteValue = (type: number): number => RSN_OUI + type * 0x1000000

/**
 * Suite type of a 32-bit suite value in either byte order; any other number (a bare type, a suite of
 * another vendor) as it is.
 */
export function suiteType(value: number): number {
  if ((value & 0xffffff) === RSN_OUI) return value >>> 24
  return value >>> 8 === 0x000fac ? value & 0xff : value
}

const USE_GROUP_CIPHER = 0x100

/** Suite type of a WDI cipher number: they agree, but for "use the group cipher". */
export const cipherSuiteType = (cipher: number): number => (cipher === USE_GROUP_CIPHER ? 0 : cipher)

/** WDI cipher number of a cipher suite type. */
export const wdiCipher = (type: number): number => (type === 0 ? USE_GROUP_CIPHER : type)
