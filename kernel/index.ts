// The inner loop of scanning, in AssemblyScript; `npm run kernel` compiles it to src/parsers/scan/kernel.data.ts.
// What it does and why is told in docs/decisions/2026-11-22-scanning.md.
export {layout} from './head'
export {begin, finish, isFull, keepFrom, move, narrow, release, scan} from './records'
