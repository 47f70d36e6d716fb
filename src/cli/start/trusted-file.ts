import {closeSync, fstatSync, openSync, readSync} from 'node:fs'

const WRITABLE_BY_OTHERS = 0o022
const LARGEST = 64 * 1024 * 1024

/**
 * The bytes of a file that is as trustworthy as the program itself, for they will run as its code: of this user, of
 * the superuser, or of whom the program belongs to, and writable by nobody else. null where there is none. Windows
 * guards the folders instead.
 */
export function trustedFile(path: string, owner: number): Buffer | null {
  let file: number | null = null
  try {
    file = openSync(path, 'r')
    const {uid, mode, size} = fstatSync(file)
    const mine = process.geteuid?.()
    const trusted = mine === undefined || ([0, mine, owner].includes(uid) && (mode & WRITABLE_BY_OTHERS) === 0)
    if (!trusted || size > LARGEST) return null
    const bytes = Buffer.allocUnsafeSlow(size)
    return readSync(file, bytes) === size ? bytes : null
  } catch {
    return null
  } finally {
    if (file !== null) closeSync(file)
  }
}
