/** One person who writes, removes and undoes in one text: what yjs 13.6.33 corrupts (yjs#794). */
import * as fc from 'fast-check'
import { describe, it } from 'vitest'
import { press, select, type } from '../../support/editing.ts'
import { propertyRuns } from '../../support/property-runs.ts'
import { createWriters } from '../../support/writers.ts'

const place = fc.constantFrom(0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1)
const range = { anchor: place, head: place }

const step = fc.oneof(
  fc.record({ do: fc.constant('type' as const), ...range, words: fc.constantFrom('x', 'ord ') }),
  fc.record({
    do: fc.constant('press' as const),
    ...range,
    key: fc.constantFrom('Backspace', 'Enter'),
  }),
  { weight: 3, arbitrary: fc.record({ do: fc.constant('undo' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('redo' as const) }) },
)

type Step = typeof step extends fc.Arbitrary<infer Each> ? Each : never

async function play(steps: readonly Step[]): Promise<void> {
  const writers = createWriters(1, { a: 'Norge er fint' })
  try {
    for (const each of steps) take(writers.at(0), each)
    writers.expectSame()
  } finally {
    writers.end()
    await new Promise((resolve) => setTimeout(resolve))
  }
}

function take(writer: ReturnType<ReturnType<typeof createWriters>['at']>, step: Step): void {
  writer.undo.stopCapturing()
  if (step.do === 'undo') return writer.undo.undo()
  if (step.do === 'redo') return writer.undo.redo()
  const editor = writer.open('a')
  select(editor, step.anchor, step.head)
  if (step.do === 'type') type(editor, step.words)
  else press(editor, step.key)
}

/** Some hundred runs take a second or two; thousands are for when they are asked for. */
const LONG = { timeout: 3_600_000 }

describe('one person who undoes', () => {
  it('sees what everybody else reads', LONG, async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), play), {
      numRuns: propertyRuns(300),
    })
  })

  it('once saw another order of letters than all others, in an unmended yjs', () =>
    play([
      { do: 'type', anchor: 0.4, head: 0.6, words: 'x' },
      { do: 'undo' },
      { do: 'press', anchor: 0, head: 0, key: 'Enter' },
      { do: 'press', anchor: 0.5, head: 0.9, key: 'Backspace' },
      { do: 'undo' },
      { do: 'undo' },
      { do: 'redo' },
      { do: 'type', anchor: 0.8, head: 0.1, words: 'x' },
      { do: 'type', anchor: 0, head: 0.8, words: 'x' },
      { do: 'undo' },
      { do: 'undo' },
      { do: 'undo' },
      { do: 'undo' },
      { do: 'undo' },
      { do: 'undo' },
    ]))
})
