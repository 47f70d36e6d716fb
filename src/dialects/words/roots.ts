/**
 * Every text that the vocabulary dialect can place holds one of these, in lower case: parts of names, the common
 * digits of the numbers (hexadecimal, and decimal as some exports print members), labels of 16-bit ids, and the two
 * media indications.
 */
export const ROOTS: readonly string[] = [
  ...['wdi_', 'dot11_'],
  ...['e44000', '400500', '3829399', '10740695', '10740696', '10740697'],
  ...['0x400300', '0e010', '0d010', 'xe0101', 'xe0102', 'xd0103'],
  ...['messageid', 'message id', 'message_id', 'message-id', 'msgid', 'msg id', 'msg_id', 'msg-id'],
  ...['status_media_connect', 'status_media_disconnect'],
]

const roots = new RegExp(ROOTS.join('|'), 'i')

/** The cheap test before everything else: false for nearly every record. */
export const mayHoldMessage = (text: string): boolean => roots.test(text)
