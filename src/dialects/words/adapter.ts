const guid = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i
const handle = /^(?:0x[0-9a-f]{4,16}|[0-9a-f]{8}`?[0-9a-f]{8}|[0-9a-f]{8})$/i

/** An interface GUID or a pointer. */
export const isHandle = (text: string): boolean => guid.test(text) || handle.test(text)

/**
 * The key of an adapter as printed; GUIDs and handles, which tools print in several ways, in one: `{lower case}`
 * and lower case without the debugger's backtick. null: nothing that could name an adapter.
 */
export function adapterKey(text: string): string | null {
  const id = guid.exec(text)
  if (id) return `{${(id[1] as string).toLowerCase()}}`
  if (handle.test(text)) return text.toLowerCase().replace('`', '')
  return /^[A-Za-z(][^\n]{0,127}$/.test(text) ? text : null
}
