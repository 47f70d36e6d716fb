import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {dirname, resolve} from 'node:path'
import {describe, expect, it} from 'vitest'
import {page, prose, root} from './page.js'

/** Anchors as GitHub makes them of headings. */
const anchors = (text: string): Set<string> =>
  new Set(
    [...prose(text).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replace(/\s/g, '-'),
    ),
  )

/** Pages that others write at this moment; whoever brings one takes it from here. */
const NOT_YET = ['docs/configuration.md', 'docs/user-rules.md'].map(path => root + path)

describe('links', () => {
  const docs = readdirSync(`${root}docs`).filter(name => name.endsWith('.md'))
  it.each(['README.md', 'samples/README.md', ...docs.map(name => `docs/${name}`)])('of %s lead somewhere', path => {
    const text = page(path)
    const links = [...prose(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link)
    const broken = links.filter(link => {
      if (/^[a-z]+:/.test(link)) return false
      const [file = '', anchor] = link.split('#')
      const target = file === '' ? root + path : resolve(dirname(root + path), file)
      if (!existsSync(target)) return !NOT_YET.includes(target)
      return anchor !== undefined && !anchors(readFileSync(target, 'utf8')).has(anchor)
    })
    expect(broken).toEqual([])
  })
})
