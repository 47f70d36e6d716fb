/** Named values as printed, without a prototype: names come from the trace. */
export type Fields = Record<string, string>

export function noFields(): Fields {
  return Object.create(null) as Fields
}

const MEMBER = /(?:^|, )([A-Za-z_]\w*): /g

/**
 * The generic rendering of kernel (MOF) events: `Event: Header, BufferSize: 16777216, TimeZoneInformation: , …`.
 * The event's name is the member `Event`. null where the message is none.
 */
export function readMofMessage(message: string): Fields | null {
  if (!message.startsWith('Event: ')) return null
  const fields = noFields()
  let name: string | null = null
  let from = 0
  for (const member of message.slice(0, 65_536).matchAll(MEMBER)) {
    if (name !== null) fields[name] = message.slice(from, member.index).trim()
    name = member[1] as string
    from = member.index + member[0].length
  }
  if (name !== null) fields[name] = message.slice(from).trim()
  return fields
}
