/** A talkative note shows its beginning and its end, and the rest on demand. */
import { act } from 'react'
import { expect, it } from 'vitest'
import { Note } from '../../../client/discuss/note.tsx'
import type { ShownThread } from '../../../client/discuss/shown-threads.ts'
import { button, discussPage, findButton, press } from '../../support/discuss-page.tsx'
import { aThread } from '../../support/shown-thread.ts'

const page = discussPage()
let chosenId: string | null = null

function draw(thread: ShownThread): void {
  page.draw(<Note thread={thread} isNamingPlace={false} isOrphaned={false} />, {
    chosenId,
    choose(threadId) {
      chosenId = threadId
      draw(thread)
    },
  })
}

/** @param isOpen is it the chosen one? */
function show(thread: ShownThread, isOpen: boolean): void {
  chosenId = isOpen ? thread.threadId : null
  draw(thread)
}

function talkative(count: number, change: Partial<ShownThread> = {}): ShownThread {
  const [first] = aThread('a').messages
  const messages = Array.from({ length: count }, (_, at) => ({
    ...first!,
    messageId: `m${at}`,
    body: `Sagt ${at}.`,
  }))
  return aThread('a', { messages, ...change })
}

const isWhole = () => document.body.textContent.includes('og slutten.')
const said = () => document.body.textContent.match(/Sagt \d+/g) ?? []

it('shows the first and the last of what was said until it is open', () => {
  show(talkative(4), false)
  expect(said()).toEqual(['Sagt 0', 'Sagt 3'])

  show(talkative(4), true)
  expect(said()).toHaveLength(4)
})

it('shows the last of many replies when it is open, and all on demand', () => {
  show(talkative(9), true)
  expect(said()).toEqual(['Sagt 0', 'Sagt 6', 'Sagt 7', 'Sagt 8'])
  expect(button('5 more replies').getAttribute('aria-expanded')).toBe('false')

  press('5 more replies')
  expect(said()).toHaveLength(9)
  expect(document.activeElement).toBe(button('Show fewer replies'))

  press('Show fewer replies')
  expect(said()).toEqual(['Sagt 0', 'Sagt 8'])
  expect(document.activeElement).toBe(button('7 more replies'))
})

it('opens with all of them where one asks for them in a closed note, and keeps the focus', () => {
  show(talkative(4), false)
  act(() => button('2 more replies').focus())
  expect(chosenId).toBeNull()

  press('2 more replies')

  expect(chosenId).toBe('a')
  expect(said()).toHaveLength(4)
  expect(document.activeElement).toBe(button('Show fewer replies'))
})

it('shows all to whoever opens it for what is new, and folds again when it is closed', () => {
  const unread = talkative(9, { seq: 2, seenSeq: 1 })
  show(unread, false)
  show(unread, true)
  show({ ...unread, seenSeq: 2 }, true)
  expect(said()).toHaveLength(9)

  show({ ...unread, seenSeq: 2 }, false)
  show({ ...unread, seenSeq: 2 }, true)
  expect(said()).toHaveLength(4)
})

it('cuts a long message, and shows the rest on demand for as long as it is open', () => {
  const long = `Begynnelsen ${'ord '.repeat(300)}og slutten.`
  const [first] = aThread('a').messages
  const thread = aThread('a', { messages: [{ ...first!, body: long }] })
  show(thread, true)
  expect(isWhole()).toBe(false)

  press('Show more')
  expect(isWhole()).toBe(true)
  expect(button('Show less').getAttribute('aria-expanded')).toBe('true')
  expect(document.activeElement).toBe(button('Show less'))

  show(thread, false)
  expect(isWhole()).toBe(false)
  expect(findButton('Show more')).not.toBeNull()
})
