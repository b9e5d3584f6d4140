import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { packRows, rowsOfBlock, unpackRows } from '../../../server/sync/history-block.ts'
import type { NewUpdate } from '../../../server/sync/update-log.ts'
import type { UserId } from '../../../shared/ids.ts'
import { HISTORY_BLOCK_BYTES, HISTORY_BLOCK_ROWS } from '../../../shared/protocol/limits.ts'
import { propertyRuns } from '../../support/property-runs.ts'
import { typingLog } from '../../support/typing-log.ts'

const GOLDEN = new URL('../../fixtures/history/block-v1', import.meta.url)

describe('a block of history', () => {
  it('[UL17] is what it was made of, whatever that was', () => {
    const anUpdate: fc.Arbitrary<NewUpdate> = fc.record({
      timeMs: fc.integer({ min: 0, max: 2 ** 50 }),
      userId: fc.option(fc.string({ unit: 'grapheme', maxLength: 25 }).map((id) => id as UserId)),
      clientIds: fc.array(fc.oneof(fc.nat(3), fc.integer({ min: 0, max: 2 ** 32 - 1 })), {
        maxLength: 4,
      }),
      bytes: fc.uint8Array({ maxLength: 12 }),
    })
    fc.assert(
      fc.property(fc.array(anUpdate, { maxLength: 40 }), fc.nat(), (rows, before) => {
        const unpacked = unpackRows(packRows(rows), before + 1)

        expect(unpacked).toEqual(rows.map((row, index) => ({ ...row, seq: before + index + 1 })))
      }),
      { numRuns: propertyRuns(500) },
    )
  })

  it('costs at most ten bytes for a key that somebody pressed', () => {
    const rows = typingLog(2000)
    const blocks = [rows.slice(0, 1000), rows.slice(1000)].map(packRows)

    const bytes = blocks.reduce((sum, { byteLength }) => sum + byteLength, 0)

    expect(bytes / rows.length).toBeLessThan(10)
    expect(unpackRows(blocks[1]!, 1001)).toEqual(
      rows.slice(1000).map((row, index) => ({ ...row, seq: 1001 + index })),
    )
  })

  it('is as large as may be', () => {
    expect(rowsOfBlock([])).toBe(0)
    expect(rowsOfBlock(sizes(HISTORY_BLOCK_ROWS + 1, 1))).toBe(HISTORY_BLOCK_ROWS)
    expect(rowsOfBlock(sizes(9, HISTORY_BLOCK_BYTES / 4))).toBe(4)
    expect(rowsOfBlock(sizes(9, HISTORY_BLOCK_BYTES * 9))).toBe(1)
  })

  it('from format 1 is read for ever', () => {
    const rows = unpackRows(readFileSync(`${GOLDEN.pathname}.bin`), 7)

    const readable = rows.map((row) => ({ ...row, bytes: Buffer.from(row.bytes).toString('hex') }))
    expect(readable).toEqual(JSON.parse(readFileSync(`${GOLDEN.pathname}.json`, 'utf8')))
  })

  it.each([[[]], [[2, 1, 1]], [[1, 1, 1]]])('is not %j', (bytes) => {
    expect(() => unpackRows(Uint8Array.from(bytes), 1)).toThrow()
  })
})

function sizes(count: number, size: number): readonly number[] {
  return Array.from({ length: count }, () => size)
}
