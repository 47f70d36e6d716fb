#!/usr/bin/env node
// Compiles the kernel and writes its bytes to where they are used: `npm run kernel`.
import {readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import asc from 'assemblyscript/asc'

/** The bytes that the source compiles to, in base64. */
export async function compiled() {
  const source = fileURLToPath(new URL('index.ts', import.meta.url))
  const target = join(tmpdir(), `roamscope-kernel-${process.pid}.wasm`)
  const options = [
    '--optimizeLevel',
    '3',
    '--shrinkLevel',
    '1',
    '--noAssert',
    '--runtime',
    'stub',
    '--enable',
    'simd',
    '--initialMemory',
    '20',
  ]
  const {error, stderr} = await asc.main([source, '--outFile', target, '--maximumMemory', '20', ...options])
  if (error) throw new Error(`${error.message}\n${stderr}`)
  const bytes = readFileSync(target)
  rmSync(target)
  return bytes.toString('base64')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lines = (await compiled()).match(/.{1,110}/g).map(line => `  '${line}',`)
  const text = `/** Compiled from kernel/ by \`npm run kernel\`; a test compiles it again and compares. */
export const KERNEL: readonly string[] = [
${lines.join('\n')}
]
`
  writeFileSync(new URL('../src/parsers/scan/kernel.data.ts', import.meta.url), text)
}
