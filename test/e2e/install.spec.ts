/** Samplan as a program of its own: a browser may install it, and offers that in a menu only. */
import { expect, test } from './people.ts'

test('the manifest has what a browser asks for before it installs', async ({ enter, program }) => {
  const { page } = await enter('teacher')
  const devtools = await page.context().newCDPSession(page)

  const { url, errors, data } = await devtools.send('Page.getAppManifest')
  const manifest = JSON.parse(data ?? '{}') as { icons: { src: string; type: string }[] }

  expect(url).toBe(`${program.url}/manifest.webmanifest`)
  expect(errors).toEqual([])
  // Not by Page.getInstallabilityErrors: the browser of the tests says yes to anything.
  expect(manifest).toMatchObject({ name: 'Samplan', start_url: '/', display: 'standalone' })
  for (const { src, type } of manifest.icons) {
    const icon = await page.request.get(new URL(src, program.url).href)
    expect([icon.status(), icon.headers()['content-type']]).toEqual([200, type])
  }
  const files: unknown = await (await page.request.get(`${program.url}/app-files.json`)).json()
  expect(files).toEqual(
    expect.arrayContaining(['/manifest.webmanifest', ...manifest.icons.map(({ src }) => src)]),
  )
})

test('the browser’s offer to install stands in the menu, and nowhere else', async ({
  enter,
  program,
}) => {
  const { page } = await enter('teacher')
  await page.goto(program.url)
  const account = page.getByRole('button', { name: /konto/ })
  const install = page.getByRole('menuitem', { name: 'Installer Samplan' })
  await account.click()
  await expect(page.getByRole('menuitem', { name: 'Logg ut' })).toBeVisible()
  await expect(install).toHaveCount(0)
  await page.keyboard.press('Escape')

  const isTaken = await page.evaluate(() => {
    const offer = new Event('beforeinstallprompt', { cancelable: true })
    const asked = { prompt: () => void (document.documentElement.dataset['asked'] = 'yes') }
    dispatchEvent(Object.assign(offer, asked))
    return offer.defaultPrevented
  })
  await account.click()
  await install.click()

  expect(isTaken).toBe(true)
  await expect(page.locator('html')).toHaveAttribute('data-asked', 'yes')
  await account.click()
  await expect(page.getByRole('menuitem', { name: 'Logg ut' })).toBeVisible()
  await expect(install).toHaveCount(0)
})
