// Run by Stryker in its copy of the project: TypeScript to JavaScript in a folder of its own that hooks.mjs reads, once
// with all mutants and once without any.
import {execFileSync} from 'node:child_process'
import {existsSync, realpathSync, symlinkSync} from 'node:fs'
import {resolve} from 'node:path'

const project = resolve('../..')

// Tests find this folder beside the project, so it has to be beside the copy too.
const shared = resolve(project, '../shared')
if (existsSync(shared) && !existsSync('../shared')) symlinkSync(realpathSync(shared), '../shared')

compile('.', 'compiled/mutated')
compile(project, 'compiled/plain')

function compile(root, outDir) {
  const tsc = resolve(project, 'node_modules/typescript/bin/tsc')
  const args = ['-p', resolve(root, 'test/mutation/tsconfig.json'), '--outDir', resolve(outDir)]
  execFileSync(process.execPath, [tsc, ...args], {stdio: 'inherit'})
}
