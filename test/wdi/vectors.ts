import {existsSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

const file = fileURLToPath(new URL('../../../shared/corpus/real/wdi-vectors.json', import.meta.url))

/** False outside the workshop: the bytes of Microsoft's sample driver are no part of the project. */
export const haveVectors = existsSync(file)

const all: Record<string, string> = haveVectors ? JSON.parse(readFileSync(file, 'utf8')).vectors : {}

export const vector = (name: string): Uint8Array => new Uint8Array(Buffer.from(all[name] ?? '', 'hex'))

/** TLV streams; the others are raw frames. */
export const streams = Object.keys(all).filter(name => name.startsWith('s_TLV_'))

/** Wrong lengths in the sample itself. */
export const malformed = [
  's_TLV_BSS_Entry_11_11ad_Beacon_Dmg_Open',
  's_TLV_Success_AssociationResult_30_WiFi7_Mixed_Link_1',
]
