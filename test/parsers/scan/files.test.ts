import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import {readBy} from './both-ways.js'

const folders = ['samples', '../shared/corpus/real'].map(name =>
  fileURLToPath(new URL(`../../../${name}`, import.meta.url)),
)

describe.each(folders)('every file of %s', folder => {
  const files = existsSync(folder)
    ? readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter(name => statSync(join(folder, name)).isFile())
    : []

  it.skipIf(files.length === 0)('says the same, however much of it is passed over', () => {
    for (const name of files) {
      const bytes = readFileSync(join(folder, name))
      for (const head of [700, 8000]) {
        const read = (way: 'full' | 'scan') => {
          try {
            return readBy(bytes, way, head, [997, 262_144]).result
          } catch (error) {
            return String(error)
          }
        }
        expect(read('scan'), name).toEqual(read('full'))
      }
    }
  })
})
