import * as fc from 'fast-check'
import * as decoding from 'lib0/decoding'
import { describe, expect, it } from 'vitest'
import { FAILURES, type FailureCode } from '../../../shared/failure.ts'
import {
  awarenessFrame,
  divergedFrame,
  MESSAGE_REJECTED,
  MESSAGE_SAVED,
  noticeFrame,
  readClientFrame,
  readRejected,
  readSaved,
  rejectedFrame,
  savedFrame,
  SYNC_STEP1,
  SYNC_STEP2,
  SYNC_UPDATE,
  syncFrame,
} from '../../../shared/protocol/frames.ts'
import { readNotice } from '../../../shared/protocol/notice.ts'
import { propertyRuns } from '../../support/property-runs.ts'

const RUNS = { numRuns: propertyRuns(500) }
const bytes = (...values: number[]) => Uint8Array.from(values)

describe('a frame from a client', () => {
  it('is what it was made of', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (payload) => {
        expect(readClientFrame(syncFrame(SYNC_STEP1, payload))).toEqual({
          kind: 'step1',
          stateVector: payload,
        })
        expect(readClientFrame(syncFrame(SYNC_STEP2, payload))).toEqual({
          kind: 'content',
          step2: true,
          update: payload,
        })
        expect(readClientFrame(syncFrame(SYNC_UPDATE, payload))).toEqual({
          kind: 'content',
          step2: false,
          update: payload,
        })
        expect(readClientFrame(awarenessFrame(payload))).toEqual({
          kind: 'awareness',
          update: payload,
        })
      }),
      RUNS,
    )
  })

  it.each([
    ['a query for awareness', bytes(3), { kind: 'query-awareness' }],
    ['of a type we do not know', bytes(77, 1, 2), { kind: 'unknown', type: 77 }],
    ['an auth message', bytes(2, 0), { kind: 'unknown', type: 2 }],
  ])('may be %s', (_what, frame, expected) => {
    expect(readClientFrame(frame)).toEqual(expected)
  })

  it.each([
    ['nothing', bytes()],
    ['a sync message without a type', bytes(0)],
    ['a sync message of an unknown type', bytes(0, 9, 0)],
    ['one that promises more than it holds', bytes(0, 2, 5, 1, 2)],
    ['one that promises more than any memory', bytes(0, 2, 255, 255, 255, 255, 255, 255, 255, 127)],
    [
      'two messages in one',
      Uint8Array.from([...syncFrame(SYNC_UPDATE, bytes(1)), ...syncFrame(SYNC_UPDATE, bytes(2))]),
    ],
    ['one with a byte behind it', bytes(3, 0)],
    ['a number without end', bytes(255, 255)],
  ])('is not %s', (_what, frame) => {
    expect(readClientFrame(frame)).toBeNull()
  })

  it('is read from any bytes without a throw', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 40 }),
          fc.uint8Array({ maxLength: 40 }).map((tail) => Uint8Array.from([0, 2, ...tail])),
        ),
        (frame) => {
          const read = readClientFrame(frame)

          if (read?.kind === 'content')
            expect(read.update.byteLength).toBeLessThan(frame.byteLength)
        },
      ),
      RUNS,
    )
  })
})

describe('a frame to our client', () => {
  it('says up to which message all is saved', () => {
    fc.assert(
      fc.property(fc.nat(), (count) => {
        const decoder = decoding.createDecoder(savedFrame(count))

        expect(decoding.readVarUint(decoder)).toBe(MESSAGE_SAVED)
        expect(readSaved(decoder)).toBe(count)
        expect(decoding.hasContent(decoder)).toBe(false)
      }),
      RUNS,
    )
  })

  it.each(Object.keys(FAILURES) as FailureCode[])('says that a message was refused: %s', (code) => {
    const decoder = decoding.createDecoder(rejectedFrame(7, code))

    expect(decoding.readVarUint(decoder)).toBe(MESSAGE_REJECTED)
    expect(readRejected(decoder)).toEqual({ count: 7, code })
  })

  it('reads a code from a newer server as a refusal', () => {
    const decoder = decoding.createDecoder(rejectedFrame(7, 'from-the-future' as FailureCode))
    decoding.readVarUint(decoder)

    expect(readRejected(decoder)).toEqual({ count: 7, code: 'update-refused' })
  })
})

describe('the golden bytes of our own frames', () => {
  const hash = '0123456789abcdef'.repeat(4)

  it('of a notice', () => {
    const json = `{"kind":"content-hash","seq":300,"contentHash":"${hash}"}`

    const frame = noticeFrame({ kind: 'content-hash', seq: 300, contentHash: hash })

    expect([...frame.subarray(0, 2)]).toEqual([102, json.length])
    expect(new TextDecoder().decode(frame.subarray(2))).toBe(json)
    expect(readNotice(json)).toEqual({ kind: 'content-hash', seq: 300, contentHash: hash })
  })

  it('of a client that reads something else', () => {
    const frame = divergedFrame({ seq: 300, contentHash: hash })

    expect([...frame.subarray(0, 4)]).toEqual([103, 172, 2, 64])
    expect(new TextDecoder().decode(frame.subarray(4))).toBe(hash)
    expect(readClientFrame(frame)).toEqual({ kind: 'diverged', seq: 300, contentHash: hash })
  })

  it.each(['', 'F'.repeat(64), `${hash}0`])('is not one with "%s" for a hash', (contentHash) => {
    expect(readClientFrame(divergedFrame({ seq: 1, contentHash }))).toBeNull()
    expect(readNotice(JSON.stringify({ kind: 'content-hash', seq: 1, contentHash }))).toEqual({
      kind: 'changed',
    })
  })

  it.each([
    { kind: 'plan' },
    { kind: 'section', sectionId: 'pupils' },
    { kind: 'action', actionId: 'a'.repeat(20) },
  ] as const)('of somebody who went back, with the $kind', (what) => {
    const moment = { atMs: 1000, name: null, before: 7 }
    const wentBack = { kind: 'went-back', by: 'm'.repeat(20), what, ...moment } as const

    const decoder = decoding.createDecoder(noticeFrame(wentBack))
    decoding.readVarUint(decoder)
    const json = decoding.readVarString(decoder)

    expect(readNotice(json)).toEqual(wentBack)
    for (const key of ['by', 'what', 'atMs', 'name', 'before']) {
      const spoiled = JSON.stringify({ ...wentBack, [key]: { odd: true } })
      expect(readNotice(spoiled)).toEqual({ kind: 'changed' })
    }
  })

  it.each(['', '{}', 'null', '[1]', '{"kind":"content-hash"}', '{"kind":"from-the-future"}'])(
    'a notice of anything else says that something changed: %s',
    (json) => {
      expect(readNotice(json)).toEqual({ kind: 'changed' })
    },
  )
})
