import { act } from 'react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { fieldText } from '../../../shared/plan/plan-doc.ts'
import { textNodes } from '../../../shared/plan/write-text.ts'
import type { RichText } from '../../../shared/text/rich-text.ts'
import { closeAll } from '../../support/opened-plan.ts'
import { openPage } from '../../support/shown-texts.tsx'

let page: Awaited<ReturnType<typeof openPage>>
beforeEach(async () => {
  page = await openPage()
  const text = fieldText(page.plan.doc, 'leadership.today')
  act(() => text.insert(text.length, textNodes(TASKS)))
})
afterEach(async () => {
  await page.gone()
  await closeAll()
})

const line = (words: string): RichText => [
  { type: 'paragraph', content: [{ type: 'text', text: words, marks: [] }] },
]
const TASKS: RichText = [
  {
    type: 'taskList',
    items: [
      { checked: true, content: line('Spør elevrådet') },
      { checked: false, content: line('Skriv referat') },
    ],
  },
]

const boxes = () =>
  [...page.textbox('leadership.today').querySelectorAll('input')].map((box) => box.checked)
const tick = (index: number) =>
  act(() => page.textbox('leadership.today').querySelectorAll('input')[index]?.click())

it('one click ticks a task of a shown text, and no editor opens', () => {
  page.show()

  tick(1)
  const ticked = boxes()
  tick(0)

  expect(ticked).toEqual([true, true])
  expect(boxes()).toEqual([false, true])
  expect(page.isLive('leadership.today')).toBe(false)
})

it('a tick is a step of undo', () => {
  page.show()
  tick(0)
  tick(1)

  act(() => page.plan.undo.undo())

  expect(boxes()).toEqual([false, false])
})
