import type {Message} from '../../events/message.js'
import {legacyMessage, messageById, messageByName, messageByNumber, requestMessage} from '../../wdi/messages.js'

/** A message by any of its names, its number (0xE4400064) or 16-bit id (0x0064, 100); undefined: none. */
export function resolveMessage(text: string): Message | undefined {
  if (/^(?:0x[0-9a-f]{1,8}|\d{1,10})$/i.test(text)) {
    const number = Number(text)
    return number <= 0xffff ? messageById(number) : messageByNumber(number)
  }
  if (/^(?:e4400|40050)[0-9a-f]{3}$/i.test(text)) return messageByNumber(Number.parseInt(text, 16))
  const named = messageByName(text) ?? (/DOT11_/i.test(text) ? legacyMessage(text) : undefined)
  return named ?? (/^OID_(?!WDI_)/i.test(text) ? requestMessage(text) : undefined)
}
