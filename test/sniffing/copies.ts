const wide = (text: string) => Buffer.from(text, 'utf16le')

/** The same text as other tools would save it, by its encoding; bytes of `text` without a mark. */
export const copiesOf = (text: string): Readonly<Record<string, Buffer>> => ({
  'utf-8 with a mark': Buffer.from(`\ufeff${text}`),
  'utf-16le': wide(`\ufeff${text}`),
  'utf-16le without a mark': wide(text),
  'utf-16be': wide(`\ufeff${text}`).swap16(),
})
