import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

/** Names, versions and licence texts of the packages that these modules belong to: they ask to be copied along. */
export function licencesOf(moduleIds) {
  const folders = new Set(
    moduleIds.flatMap(id => /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll('\\', '/'))?.[1] ?? []),
  )
  const notices = [...folders].map(folder => {
    const {name, version, license} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const texts = readdirSync(folder).filter(file => /^(licen[cs]e|copying|notice)/i.test(file))
    const title = `${name} ${version}${texts.length === 0 ? `, ${license}` : ''}`
    return [title, ...texts.map(file => readFileSync(join(folder, file), 'utf8').trim())].join('\n\n')
  })
  return `${[...new Set(notices)].sort().join(`\n\n${'-'.repeat(80)}\n\n`)}\n`
}
