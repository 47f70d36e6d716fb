// Preloaded by start-up.test.ts: writes down which files were opened and which modules of Node were loaded.
const fs = require('node:fs')

const {openSync} = fs
const files = []
fs.openSync = (path, ...options) => {
  files.push(String(path))
  return openSync(path, ...options)
}
process.on('exit', () => {
  fs.writeFileSync(process.env.LOADED_LIST, JSON.stringify({files, modules: process.moduleLoadList}))
})
