import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { fieldText } from '../../../shared/plan/plan-doc.ts'
import { closeAll } from '../../support/opened-plan.ts'
import { click, focus, openPage, turn } from '../../support/shown-texts.tsx'

let page: Awaited<ReturnType<typeof openPage>>
beforeEach(async () => {
  page = await openPage()
})
afterEach(async () => {
  await page.gone()
  await closeAll()
})

describe('a text that must not be opened', () => {
  it('with something unknown in it is shown, says why, and is changed by nothing', async () => {
    const fragment = fieldText(page.plan.doc, 'leadership.today')
    fragment.insert(1, [new Y.XmlElement('video')])
    page.show()

    focus(page.textbox('leadership.today'))
    await turn()

    expect(page.isLive('leadership.today')).toBe(false)
    expect(page.textbox('leadership.today').getAttribute('aria-readonly')).toBe('true')
    expect(page.host.textContent).toContain('Reload the page to edit it')
    expect(fragment.toJSON()).toContain('<video></video>')
  })

  it('for one who may only read is no text box, and takes no click', () => {
    page.show({ readOnly: true })
    const group = page.host.querySelector<HTMLElement>(
      '[role="group"][aria-label="leadership.today"]',
    )!

    click(group)

    expect(page.host.querySelector('.ProseMirror')).toBeNull()
    expect(group.textContent).toBe('Hei')
  })
})
