import {KERNEL} from './kernel.data.js'

/** As much of WebAssembly as is used here: the types of Node leave it out. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object
  Instance: new (module: object) => {readonly exports: object}
}

/** What kernel/ exports; addresses are places in `memory`. */
export interface KernelExports {
  readonly memory: {readonly buffer: ArrayBuffer}
  headLayout(dateLength: number, fractionDigits: number, blank: boolean): void
  lineForm(form: number, point: number): void
  columnLayout(columns: number, fewest: number, delimiter: number, style: number): void
  clearClasses(): void
  addClass(nameLength: number, kind: number): void
  nameHolds(length: number): number
  eventLayout(logged: boolean): void
  jsonLayout(names: number, unixTimes: boolean): void
  setNames(count: number): void
  setTime(before: number, after: number, fraction: number, firstHour: number, lastHour: number, short: boolean): void
  begin(at: number, line: number, kind: number): void
  setLost(lost: boolean): void
  move(by: number): void
  keepFrom(): number
  scan(end: number): number
  isFull(): number
  isPaused(): number
  release(): number
  finish(end: number): number
  narrow(from: number, to: number, units: number): void
}

/** One instance reads one file at a time; making one costs as much as reading 2 MB. */
export interface Kernel extends KernelExports {
  readonly bytes: Uint8Array
  readonly view: DataView
}

export function createKernel(): Kernel {
  const module = new WebAssembly.Module(Buffer.from(KERNEL.join(''), 'base64'))
  const exports = new WebAssembly.Instance(module).exports as KernelExports
  const {buffer} = exports.memory
  return {...exports, bytes: new Uint8Array(buffer), view: new DataView(buffer)}
}
