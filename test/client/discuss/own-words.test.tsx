/** Changing one's own words: what is left is a draft under them, and the focus stays there. */
import { act } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { Message } from '../../../client/discuss/message.tsx'
import type { ShownMessage } from '../../../client/discuss/shown-threads.ts'
import {
  announced,
  box,
  button,
  discussPage,
  escape,
  findButton,
  focusIs,
  press,
  write,
} from '../../support/discuss-page.tsx'
import { planEntry } from '../../support/hand-driven-school.ts'
import { aThread } from '../../support/shown-thread.ts'

const page = discussPage()
const slip = () => document.querySelector('[data-draft]')?.textContent ?? ''

function change(words: string): void {
  press('Change what I wrote')
  press('Edit')
  write('What you wrote', words)
}

describe('one’s own words', () => {
  const { me } = planEntry()
  const mine = aThread('a').messages.map((message) => ({
    ...message,
    by: { memberId: me.memberId, name: me.name, role: me.role },
  }))
  const show = (change: Partial<ShownMessage> = {}) =>
    page.draw(
      <article data-thread-id="a" tabIndex={-1}>
        <Message threadId="a" message={{ ...mine[0]!, ...change }} isOpen />
      </article>,
    )

  it('that one began to change and left are a draft under them', () => {
    show()
    change('Hei alle')
    escape()

    expect(slip()).toContain('Draft of a changeHei alle')
    press('Go on writing')
    expect(box('What you wrote')?.value).toBe('Hei alle')
  })

  it.each([
    ['left', () => escape()],
    ['still writing', () => undefined],
  ])(
    'can be read, copied and thrown away when they were taken away elsewhere: %s',
    (_name, end) => {
      const long = `Hei alle\n${'og mer '.repeat(30)}`.trim()
      show()
      change(long)
      end()

      show({ isGone: true, body: null })

      expect(box('What you wrote')).toBeNull()
      expect(document.querySelector('[data-draft] [dir="auto"]')?.textContent).toBe(long)
      expect(findButton('Go on writing')).toBeNull()
      expect(findButton('Copy the text')).not.toBeNull()
      press('Throw away')
      expect(page.unfinished.hasAny).toBe(false)
      press('Undo')
      expect(slip()).toContain('Hei alle')
    },
  )

  it('are told to those who listen as kept, and as thrown away when they are emptied', async () => {
    show()
    change('Hei alle')
    await focusIs(() => box('What you wrote'))
    escape()
    await announced('Your draft is kept here')

    press('Go on writing')
    await focusIs(() => box('What you wrote'))
    write('What you wrote', '')
    escape()
    await announced('The draft is thrown away')
  })

  it('give the focus back to what leads to them: when they are left, saved or given up', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json(aThread('a'))))
    show()
    change('Hei alle')
    await focusIs(() => box('What you wrote'))
    escape()
    await focusIs(() => button('Go on writing'))

    press('Go on writing')
    await focusIs(() => box('What you wrote'))
    press('Cancel')
    await focusIs(() => button('Change what I wrote'))

    change('Hei alle')
    await focusIs(() => box('What you wrote'))
    await act(async () => press('Save'))
    await focusIs(() => button('Change what I wrote'))
  })
})
