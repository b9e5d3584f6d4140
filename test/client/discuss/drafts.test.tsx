/** What was begun and left is told as a draft; what was thrown away can be had back. */
import { beforeEach, describe, expect, it } from 'vitest'
import { LeftDraft } from '../../../client/discuss/left-draft.tsx'
import { NoteFoot } from '../../../client/discuss/note-foot.tsx'
import type { ShownThread } from '../../../client/discuss/shown-threads.ts'
import { aWordsDraft } from '../../support/begun-draft.ts'
import {
  box,
  button,
  discussPage,
  escape,
  findButton,
  focusIs,
  noticeWords,
  press,
  write,
} from '../../support/discuss-page.tsx'
import { aThread, suggestionOf } from '../../support/shown-thread.ts'

const page = discussPage()
const slip = () => document.querySelector('[data-draft]')?.textContent ?? ''

function showFoot(thread: ShownThread = aThread('a')): string[] {
  const replies: string[] = []
  page.draw(
    <article data-thread-id={thread.threadId} tabIndex={-1}>
      <NoteFoot thread={thread} mayTalk />
    </article>,
    { threads: { reply: (_id, words) => replies.push(words) } },
  )
  return replies
}

describe('a reply that is left', () => {
  beforeEach(async () => {
    showFoot()
    press('Reply')
    await focusIs(() => box('Your reply'))
    write('Your reply', 'Half a sentence')
  })

  it('stands in its note as a draft, which one can go on with and send', async () => {
    escape()

    expect(slip()).toContain('Draft of a replyHalf a sentence')
    expect(findButton('Reply')).toBeNull()
    await focusIs(() => button('Go on writing'))

    const replies = showFoot()
    press('Go on writing')
    expect(box('Your reply')?.value).toBe('Half a sentence')
    press('Send')

    expect(replies).toEqual(['Half a sentence'])
    expect(slip()).toBe('')
    expect(page.unfinished.hasAny).toBe(false)
  })

  it('is thrown away by Cancel, and comes back with Undo', () => {
    press('Cancel')
    expect(slip()).toBe('')
    expect(page.unfinished.hasAny).toBe(false)
    expect(noticeWords()).toContain('The draft is thrown away')

    press('Undo')

    expect(box('Your reply')?.value).toBe('Half a sentence')
    expect(noticeWords()).toBe('')
  })

  it('is thrown away from its slip as well', () => {
    escape()
    press('Throw away')

    expect(slip()).toBe('')
    expect(document.activeElement).toBe(document.querySelector('article'))
    expect(findButton('Reply')).not.toBeNull()
    press('Undo')
    expect(box('Your reply')?.value).toBe('Half a sentence')
  })

  it('is kept when somebody resolves the thread meanwhile and the note goes', () => {
    page.clear()
    showFoot(aThread('a', { state: 'resolved' }))

    expect(slip()).toContain('Half a sentence')
  })
})

it('keeps why a suggestion is declined, and what was decided', () => {
  showFoot(aThread('a', { suggestion: suggestionOf('open') }))
  press('Decline')
  write('Why not? Kari gets to read it.', 'It is too')
  escape()
  expect(slip()).toContain('Draft of why not')

  press('More about this thread')
  press('Note a decision')
  write('What was decided, in one sentence', 'We do')
  escape()

  const slips = [...document.querySelectorAll('[data-draft]')].map((one) => one.textContent)
  expect(slips.map((words) => words.slice(0, 19))).toEqual([
    'Draft of a decision',
    'Draft of why notIt ',
  ])
})

it('tells nothing of a form in which nothing was written', () => {
  showFoot()
  press('Reply')
  press('Cancel')

  expect(noticeWords()).toBe('')
  expect(slip()).toBe('')
})

describe('something begun at a place and left', () => {
  const begun = aWordsDraft('comment')
  let wentOn: string[]
  beforeEach(() => {
    wentOn = []
    page.unfinished.remember(begun)
    page.unfinished.keep(`${begun.key}/words`, 'Half a sentence')
    page.draw(<LeftDraft begun={begun} />, { goOn: ({ key }) => wentOn.push(key) })
  })

  it('says that it is a draft, with its first words, and how to go on', () => {
    expect(slip()).toContain('DraftHalf a sentence')
    press('Go on writing')

    expect(wentOn).toEqual([begun.key])
  })

  it('comes back whole after it was thrown away', () => {
    press('Throw away')
    expect(page.unfinished.begun()).toEqual([])
    expect(page.unfinished.hasAny).toBe(false)

    press('Undo')

    expect(page.unfinished.begun()).toEqual([begun])
    expect(page.unfinished.words.get().get(`${begun.key}/words`)).toBe('Half a sentence')
    expect(wentOn).toEqual([begun.key])
  })
  it('gives the focus to what stands nearest when it is thrown away', () => {
    const other = { ...begun, key: 'other' }
    page.draw(
      <main id="main" tabIndex={-1}>
        <div data-discuss="">
          <button type="button">Above</button>
          <LeftDraft begun={begun} />
          <LeftDraft begun={other} />
        </div>
      </main>,
    )
    const [first, second] = document.querySelectorAll('article')

    press('Throw away')
    expect(document.activeElement).toBe(second)
    page.draw(
      <main id="main" tabIndex={-1}>
        <div data-discuss="">
          <button type="button">Above</button>
          <LeftDraft begun={begun} />
        </div>
      </main>,
    )
    expect(first?.isConnected).toBe(true)
    press('Throw away')
    expect(document.activeElement).toBe(button('Above'))
  })
})
