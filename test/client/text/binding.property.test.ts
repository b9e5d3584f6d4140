import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { createId, type ActionId } from '../../../shared/ids.ts'
import { setActionStatus, showAction } from '../../../shared/plan/change-action.ts'
import { createAction } from '../../../shared/plan/create-action.ts'
import { actionMap, actionProgress, planMap } from '../../../shared/plan/plan-doc.ts'
import type { Rank } from '../../../shared/plan/rank.ts'
import { STATUSES } from '../../../shared/plan/status.ts'
import { press, select, type } from '../../support/editing.ts'
import { propertyRuns } from '../../support/property-runs.ts'
import { createWriters, type Writers } from '../../support/writers.ts'

const FIELDS = ['a', 'b'] as const
const TEXTS = { a: 'Norge er fint', b: '' }
const ACTION = createId<ActionId>((count) => new Uint8Array(count).fill(7))

/** Three hundred runs take some seconds; thousands are for when they are asked for. */
/** What a title may be: not set, or what someone typed. */
const TITLES = [undefined, 'half', 'whole']
const LONG = { timeout: 3_600_000 }

const place = fc.constantFrom(0, 0.2, 0.4, 0.5, 0.7, 1)
const where = { writer: fc.nat(2), field: fc.constantFrom(...FIELDS) }
const range = { anchor: place, head: place }

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('type' as const),
      ...where,
      ...range,
      words: fc.constantFrom('x', 'å ', 'ord', '- ', '# ', '[ ] ', '> ', '1. ', '**f**'),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('press' as const),
      ...where,
      ...range,
      key: fc.constantFrom(
        'Enter',
        'Enter',
        'Backspace',
        'Backspace',
        'Delete',
        'Mod-]',
        'Mod-[',
        'Mod-b',
        'Mod-i',
        'Shift-Enter',
      ),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('format' as const),
      ...where,
      ...range,
      command: fc.constantFrom(
        'toggleBulletList',
        'toggleOrderedList',
        'toggleTaskList',
        'toggleBlockquote',
        'toggleCallout',
        'setParagraph',
        'toggleStrike',
        'toggleUnderline',
        'toggleCode',
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('mark' as const),
      ...where,
      ...range,
      mark: fc.constantFrom('link', 'otherLink', 'lang', 'heading'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), ...where, ...range }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('undo' as const), writer: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('redo' as const), writer: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('pause' as const), writer: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('close' as const), ...where }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('action' as const), writer: fc.nat(2) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('status' as const),
      writer: fc.nat(2),
      status: fc.constantFrom(...STATUSES),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('title' as const), writer: fc.nat(2) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('deliver' as const), to: fc.nat(2), most: fc.nat(5) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('reconnect' as const),
      one: fc.nat(2),
      other: fc.nat(2),
    }),
  },
)

type Step = typeof step extends fc.Arbitrary<infer Each> ? Each : never

function take(writers: Writers, step: Step): void {
  switch (step.do) {
    case 'deliver':
      return writers.deliver(step.to, step.most)
    case 'reconnect':
      return writers.reconnect(step.one, step.other)
    default:
      return takeAsWriter(writers, step)
  }
}

function takeAsWriter(
  writers: Writers,
  step: Exclude<Step, { do: 'deliver' } | { do: 'reconnect' }>,
): void {
  const writer = writers.at(step.writer)
  switch (step.do) {
    case 'undo':
      return writer.undo.undo()
    case 'redo':
      return writer.undo.redo()
    case 'pause':
      return writer.undo.stopCapturing()
    case 'close':
      return writer.close(step.field)
    case 'status':
      writer.undo.stopCapturing()
      return setActionStatus(writer.doc, ACTION, step.status, 'ui')
    case 'title':
      // Typed in one breath: one step of undo.
      writer.undo.stopCapturing()
      for (const title of ['half', 'whole']) setTitle(writer.doc, title)
      return writer.undo.stopCapturing()
    case 'action':
      // One of them makes it; the others show it again.
      if (step.writer === 0 && !actionMap(writer.doc, ACTION)) {
        const place = { commitment: 'pupils', rank: 'a0' as Rank } as const
        createAction(writer.doc, { id: ACTION, ...place, deletedAt: 'new' }, 'init')
      }
      writer.undo.stopCapturing()
      return showAction(writer.doc, ACTION, 'ui')
    default: {
      const editor = writer.open(step.field)
      editor.view.focus()
      select(editor, step.anchor, step.head)
      if (step.do === 'type') type(editor, step.words)
      if (step.do === 'press') press(editor, step.key)
      if (step.do === 'remove') editor.commands.deleteSelection()
      if (step.do === 'format') editor.commands[step.command as 'toggleBold']()
      if (step.do === 'mark') mark(editor, step.mark)
    }
  }
}

function setTitle(doc: Y.Doc, title: string): void {
  doc.transact(() => planMap(doc).set('title', title), 'ui')
}

function mark(editor: ReturnType<ReturnType<Writers['at']>['open']>, name: string): void {
  if (name === 'link') editor.commands.setLink('https://example.org/a')
  if (name === 'otherLink') editor.commands.setLink('mailto:b@example.org')
  if (name === 'lang') editor.commands.setPassageLanguage('de')
  if (name === 'heading') editor.commands.toggleHeading({ level: 3 })
}

async function play(steps: readonly Step[], count = 3): Promise<void> {
  const writers = createWriters(count, TEXTS)
  try {
    for (const each of steps) {
      take(writers, each)
      // What editors put off to the end of the turn is done.
      await Promise.resolve()
    }
    writers.settle()
    writers.expectSame()
    for (let index = 0; index < count; index++) {
      // Which of them an undo leaves is in plan-undo.test; here: nobody sees a value nobody wrote.
      expect(TITLES).toContain(planMap(writers.at(index).doc).get('title'))
      const action = actionMap(writers.at(index).doc, ACTION)
      if (action) {
        expect([null, 'new']).toContain(action.get('deletedAt'))
        expect(STATUSES).toContain(actionProgress(writers.at(index).doc, ACTION)?.get('status'))
      }
    }
  } finally {
    writers.end()
    // Timers of the closed editors run out, so that they can be forgotten.
    await new Promise((resolve) => setTimeout(resolve))
  }
}

/** The first writer, at the start of the first text. */
const first = { writer: 0, field: 'a', anchor: 0, head: 0 } as const

describe('editors over one plan', () => {
  it(
    'hold the same content at every writer and after a reload, whatever is done',
    LONG,
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), (steps) => play(steps)),
        { numRuns: propertyRuns(300) },
      )
    },
  )

  it('once: a plugin edited after someone else’s edit, where the binding did not see it', () =>
    play([
      { do: 'format', ...first, field: 'b', command: 'toggleBulletList' },
      { do: 'press', ...first, field: 'b', key: 'Delete' },
      { do: 'type', ...first, writer: 1, field: 'b', words: '> ' },
    ]))

  it('once: Enter threw on a selection across lists', () =>
    play([
      { do: 'remove', ...first, anchor: 0.7 },
      { do: 'type', ...first, writer: 1, words: '[ ] ' },
      { do: 'type', ...first, words: '# ' },
      { do: 'deliver', to: 2, most: 9 },
      { do: 'close', ...first },
      { do: 'format', ...first, command: 'toggleBulletList' },
      { do: 'press', ...first, writer: 2, anchor: 0.5, key: 'Enter' },
    ]))

  it('once: Enter threw on a selection of the whole text', () =>
    play([
      { do: 'format', ...first, command: 'toggleBulletList' },
      { do: 'press', ...first, key: 'Enter' },
      { do: 'press', ...first, head: 1, key: 'Enter' },
    ]))
})
