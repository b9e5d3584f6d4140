/** The keyboard focus in a note: in the form that was opened, and back where it came from. */
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import { Message } from '../../../client/discuss/message.tsx'
import { NoteFoot } from '../../../client/discuss/note-foot.tsx'
import type { ShownThread } from '../../../client/discuss/shown-threads.ts'
import { button, discussPage, escape, focusIs, press } from '../../support/discuss-page.tsx'
import { aThread, suggestionOf } from '../../support/shown-thread.ts'

const page = discussPage()

function show(thread: ShownThread) {
  page.draw(
    <article data-thread-id={thread.threadId} tabIndex={-1}>
      <NoteFoot thread={thread} mayTalk />
    </article>,
  )
}

describe('the focus in a note', () => {
  it.each([
    ['Reply', 'a', aThread('a')],
    ['Decline', 'b', aThread('b', { suggestion: suggestionOf('open') })],
  ])('goes from “%s” into its words and back with Escape', async (name, _id, thread) => {
    show(thread)
    press(name)
    await focusIs(() => document.querySelector('textarea'))

    escape()

    await focusIs(() => button(name))
  })

  it.each([
    ['Note a decision', 'textarea'],
    ['Give it to somebody', 'button[aria-haspopup="listbox"]'],
  ])('goes from the menu’s “%s” into its form and back to the menu', async (name, field) => {
    show(aThread('a'))
    press('More about this thread')
    press(name)
    await focusIs(() => document.querySelector(field))

    escape()

    await focusIs(() => button('More about this thread'))
  })

  it('goes to the note when the button that had it is gone', async () => {
    show(aThread('a'))
    act(() => button('Resolved').focus())

    show(aThread('a', { state: 'resolved' }))

    await focusIs(() => document.querySelector('article'))
  })

  it.each([
    ['the note, when it was a reply', undefined, 0],
    ['the next note, when it was all that was said', 'A', 1],
  ])('goes from what was refused and is thrown away to %s', (_name, letter, at) => {
    const waiting = { id: 'x', refused: 'access-denied' } as const
    page.draw(
      <div data-discuss="">
        <article data-thread-id="a" tabIndex={-1}>
          <Message
            threadId="a"
            message={{ ...aThread('a').messages[0]!, waiting }}
            {...(letter === undefined ? {} : { letter })}
            isOpen
          />
        </article>
        <article data-thread-id="b" tabIndex={-1} />
      </div>,
      { threads: { discard: () => () => undefined } },
    )

    press('Throw away')

    expect(document.activeElement).toBe(document.querySelectorAll('article')[at])
  })

  it('stays where the person went meanwhile', () => {
    const other = document.createElement('button')
    document.body.append(other)
    show(aThread('a'))
    act(() => button('Resolved').focus())
    act(() => other.focus())

    show(aThread('a', { state: 'resolved' }))

    expect(document.activeElement).toBe(other)
  })
})
