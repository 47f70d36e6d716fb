/** Characters of the bytes 0x80 to 0x9F; the five that the code page leaves open stay controls. */
const HIGH_CONTROLS =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178'

/**
 * Decodes Windows-1252. Own code, because Node 20's TextDecoder takes the code page for Latin 1 and leaves
 * quotation marks, dashes and the euro sign as control characters.
 */
export function decodeWindows1252(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/[\x80-\x9f]/g, char => HIGH_CONTROLS[char.charCodeAt(0) - 0x80] as string)
}
