import {expect, it} from 'vitest'
import {type Column, table} from '../../src/reports/text/table.js'
import {widthOf} from '../../src/reports/text/width.js'

interface Row {
  readonly name: string
  readonly size: string
  readonly note: string
}

const columns: readonly Column<Row>[] = [
  {head: 'name', cell: row => row.name},
  {head: 'size', right: true, drop: 1, cell: row => row.size},
  {head: 'note', least: 6, cell: row => row.note},
]
const rows = [
  {name: 'first', size: '7', note: 'a remark of some length'},
  {name: '会議', size: '12345', note: 'short'},
]
const plain = (text: string) => text

it('is as wide as its content where there is room', () => {
  expect(table(rows, columns, 60, plain)).toEqual([
    'name    size  note',
    'first      7  a remark of some length',
    '会議   12345  short',
  ])
})

it('first cuts what may be cut, then drops columns in their order', () => {
  expect(table(rows, columns, 24, plain)).toEqual([
    'name    size  note',
    'first      7  a remark …',
    '会議   12345  short',
  ])
  expect(table(rows, columns, 19, plain)).toEqual(['name   note', 'first  a remark of…', '会議   short'])
})

it('wraps nothing at any width', () => {
  for (let width = 13; width < 50; width++) {
    for (const line of table(rows, columns, width, plain)) expect(widthOf(line)).toBeLessThanOrEqual(width)
  }
})

it('leaves out a column that says nothing', () => {
  const blank = [{head: 'time', blank: '–', cell: () => '–'}, ...columns]
  expect(table(rows, blank, 60, plain)[0]).toBe('name    size  note')
})
