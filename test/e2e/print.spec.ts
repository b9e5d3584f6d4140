/** Ctrl+P on the plan page prints the HTML export. */
import { expect, test } from './people.ts'
import { savedAtSchool, writeIn } from './plan-page.ts'

test('Ctrl+P prints the plan as the HTML export, with the latest words', async ({ enter }) => {
  const { page } = await enter('teacher')
  await writeIn(page, 'school.vision', ' Skrevet rett før utskriften.')
  await savedAtSchool(page)
  const printed = page.waitForEvent('console', (message) => message.text().startsWith('printed:'))
  // The browser's own dialog cannot be driven: what would be printed is told instead.
  await page.evaluate(() => {
    new MutationObserver((changes) => {
      for (const frame of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
        if (!(frame instanceof HTMLIFrameElement)) continue
        frame.addEventListener(
          'load',
          () => {
            const { contentWindow, contentDocument } = frame
            if (!contentWindow) return
            contentWindow.print = () =>
              console.log(`printed: ${contentDocument?.title} ${contentDocument?.body.innerText}`)
          },
          { capture: true, once: true },
        )
      }
    }).observe(document.body, { childList: true })
  })

  await page.keyboard.press('ControlOrMeta+p')

  expect((await printed).text()).toContain('Skrevet rett før utskriften.')
})
