// Preloaded by start-up.test.ts: writes down which files were read and which modules of Node were loaded.
const fs = require('node:fs')

const {readFileSync} = fs
const files = []
fs.readFileSync = (path, ...options) => {
  files.push(String(path))
  return readFileSync(path, ...options)
}
process.on('exit', () => {
  fs.writeFileSync(process.env.LOADED_LIST, JSON.stringify({files, modules: process.moduleLoadList}))
})
