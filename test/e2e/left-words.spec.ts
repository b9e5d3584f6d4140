/** What one had begun to say stays one's own when one may not discuss the plan any more. */
import type { MemberList } from '../../shared/api/members.ts'
import type { Me } from '../../shared/api/me.ts'
import { expectAccessible } from './accessible.ts'
import { beginComment, discussionLoaded, WORDS } from './discuss.ts'
import { expect, letIn, type Person, test } from './people.ts'
import { planIdOf } from './plan-page.ts'

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

test('a guest who may only read from now on has their draft back to copy, on a phone', async ({
  browser,
  example,
  enter,
}) => {
  const elle = await enter('coordinator')
  const guest = await letIn(browser, example, 'guest', 0, PHONE)
  const { page } = guest
  await discussionLoaded(page)
  await beginComment(page, 'leadership.today', WORDS)
  await page.keyboard.type('Er dette alle prosjektene?')
  await page.keyboard.press('Escape')

  await allowOnlyReading(elle, guest)

  const left = page.getByRole('region', { name: 'Det du hadde begynt å si' })
  await expect(left).toContainText('Er dette alle prosjektene?')
  // Nobody goes on with it here.
  await expect(page.getByRole('button', { name: 'Skriv videre' })).toHaveCount(0)
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)

  await left.getByRole('button', { name: 'Kast' }).tap()
  await expect(left).toHaveCount(0)
  await expect(page.locator(':focus')).not.toHaveCount(0)
  await page.getByRole('button', { name: 'Angre' }).tap()
  await expect(left).toContainText('Er dette alle prosjektene?')
  await page.context().close()
})

/** Set by the coordinator. */
async function allowOnlyReading(elle: Person, who: Person): Promise<void> {
  const { request } = elle.page
  const address = (path: string) => new URL(path, elle.page.url()).href
  const { schools } = (await (await request.get(address('/api/me'))).json()) as Me
  const list = await request.get(address(`/api/schools/${schools[0]?.schoolId}/members`))
  const { members } = (await list.json()) as MemberList
  const memberId = members.find(({ name }) => name === who.name)?.memberId
  const reply = await request.put(address(`/api/plans/${planIdOf(elle.page)}/rights/${memberId}`), {
    data: { right: 'read' },
    headers: { origin: new URL(elle.page.url()).origin },
  })
  expect(reply.status()).toBe(204)
}
