/** Our own prose as Markdown: the characters that it could take for markup stay what they are. */
export function plain(text: string): string {
  return text.replace(/[*<\\`]/g, '\\$&')
}
