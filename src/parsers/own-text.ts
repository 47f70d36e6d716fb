/**
 * A copy of a text that shares no memory with the text it was cut from. A slice keeps the whole piece of
 * the file alive that it points into: whoever keeps strings of a record beyond the record copies them.
 */
export function ownText(text: string): string {
  // Short texts are always copied by a cut; longer ones stay views of what they were cut from, so they go through bytes.
  return text.length < 13 ? ` ${text}`.slice(1) : Buffer.from(text, 'utf16le').toString('utf16le')
}
