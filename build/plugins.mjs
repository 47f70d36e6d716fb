import {readFileSync} from 'node:fs'

/**
 * Packages that few runs need, by the name under which src imports them and the file in dist/packages that holds them.
 * src imports them as usual; in the bundle the file is read when something in it is first used.
 */
export const LAZY_PACKAGES = {
  'ajv/dist/2020.js': 'ajv',
  'csv-parse/sync': 'csv-parse',
  re2js: 're2js',
  saxes: 'saxes',
  'string-width': 'string-width',
  tinyglobby: 'tinyglobby',
  yaml: 'yaml',
}

const lazyPackages = {
  name: 'lazy-packages',
  resolveId: {
    handler(id, importer) {
      if (importer?.startsWith('\0lazy:')) return {id, external: true}
      return id in LAZY_PACKAGES && importer?.endsWith('.ts') ? `\0lazy:${id}` : null
    },
  },
  load: {
    filter: {id: /^\0lazy:/},
    async handler(id) {
      const name = id.slice('\0lazy:'.length)
      const members = Object.keys(await import(name)).map(member =>
        member === 'default'
          ? `export default lazily('default')`
          : `export const ${member} = /* @__PURE__ */ lazily('${member}')`,
      )
      return {
        moduleType: 'js',
        code: `let loaded
const member = name => (loaded ??= require('../packages/${LAZY_PACKAGES[name]}.cjs'))[name]
const lazily = name => new Proxy(function () {}, {
  get: (_, key) => member(name)[key],
  apply: (_, self, words) => Reflect.apply(member(name), self, words),
  construct: (_, words) => Reflect.construct(member(name), words),
})
${members.join('\n')}
`,
      }
    },
  },
}

/** oclif requires at its top what only few commands need; here each of these waits until it is used. */
const lazyOclif = {
  name: 'lazy-oclif',
  transform: {
    filter: {id: /node_modules\/@oclif\/core\/lib\/.*\.js$/},
    handler: code =>
      code.replace(/^const (\w+_\d+) = (.*require\("[^"]*"\)\)?);$/gm, 'const $1 = $$lazily(() => $2);') +
      `
function $lazily(load) {
  let loaded
  return new Proxy({}, {get: (_, name) => (loaded ??= load())[name]})
}
`,
  },
}

/** oclif asks wsl-utils one thing at every start; the rest of it needs child processes. */
const smallWsl = {
  name: 'small-wsl',
  resolveId: {
    filter: {id: /^wsl-utils$/},
    handler: (_, importer) => (importer === '\0wsl-utils' ? null : '\0wsl-utils'),
  },
  load: {
    filter: {id: /^\0wsl-utils$/},
    handler: () => ({
      moduleType: 'js',
      code: `export {default as isWsl} from 'is-wsl'
export const powerShellPath = async () => (await import('wsl-utils')).powerShellPath()
`,
    }),
  },
}

/** Examples are more than half of a rule, and only \`explain\` reads them: no need to make them at every start. */
const lazyExamples = {
  name: 'lazy-examples',
  transform: {
    filter: {id: /src\/rules\/[^/]+\/[^/]+\.ts$/},
    handler(code) {
      const [start, end] = findExamples(this.parse(code, {lang: 'ts'})) ?? []
      if (start === undefined) return null
      const value = code.slice(start, end).replace(/^examples:/, '')
      return {code: `${code.slice(0, start)}get examples() { return ${value} }${code.slice(end)}`}
    },
  },
}

/** Place of the property in the first object literal that has it. */
function findExamples(node) {
  if (node === null || typeof node !== 'object') return null
  if (node.type === 'Property' && node.key.name === 'examples' && node.value.type === 'ObjectExpression') {
    return [node.start, node.end]
  }
  for (const child of Object.values(node)) {
    const found = findExamples(child)
    if (found) return found
  }
  return null
}

/** Data is parsed faster as JSON than as code. */
const jsonText = {
  name: 'json-text',
  load: {
    filter: {id: /\.json$/},
    handler(id) {
      if (id.includes('node_modules')) return null
      const text = JSON.stringify(JSON.parse(readFileSync(id, 'utf8')))
      return {moduleType: 'js', code: `export default JSON.parse(${JSON.stringify(text)})`}
    },
  },
}

export const plugins = [jsonText, lazyPackages, lazyOclif, smallWsl, lazyExamples]
