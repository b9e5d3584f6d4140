/** The device's own copy: the server goes, the person writes on, nothing is lost. */
import { letIn, expect, test } from './people.ts'
import { expectSameContent, field, goToEnd, pagesKept, saveLine, writeIn } from './plan-page.ts'

test('reload with the server gone, write, close the tab, reopen, meet again', async ({
  browser,
  startProgram,
}) => {
  const program = await startProgram()
  const example = await program.newExample()
  const bilal = await letIn(browser, example, 'teacher', 0)
  const amina = await letIn(browser, example, 'teacher', 1)
  await writeIn(amina.page, 'leadership.today', ' Før serveren gikk.')
  await expect(field(bilal.page, 'leadership.today')).toContainText('Før serveren gikk.')
  const address = amina.page.url()
  await pagesKept(amina.page)

  await program.kill()
  await expect(saveLine(amina.page)).toHaveAttribute('data-state', 'saved-on-device')
  await amina.page.reload()
  await expect(field(amina.page, 'leadership.today')).toContainText('Før serveren gikk.')
  await goToEnd(amina.page, 'leadership.today')
  await amina.page.keyboard.type(' Uten server.')
  await expect(saveLine(amina.page)).toHaveAttribute('data-state', 'saved-on-device')
  const context = amina.page.context()
  await amina.page.close()
  const reopened = await context.newPage()
  await reopened.goto(address)
  await expect(field(reopened, 'leadership.today')).toContainText('Uten server.')
  await writeIn(bilal.page, 'leadership.today', ' Bilal også.')
  await program.start()

  for (const page of [reopened, bilal.page]) {
    await expect(field(page, 'leadership.today')).toContainText('Uten server.')
    await expect(field(page, 'leadership.today')).toContainText('Bilal også.')
  }
  await expectSameContent(reopened, bilal.page)
})
