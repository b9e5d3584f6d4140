/**
 * Words that try to be more than words (test/fixtures/hostile), put wherever a person can put
 * words, and every view of them: nothing runs, nothing asks, nothing leaves for elsewhere, and
 * the policy of the pages has nothing to refuse. They are shown as what they are.
 */
import { randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import type { Me } from '../../shared/api/me.ts'
import type { NewThread, Thread } from '../../shared/api/threads.ts'
import { createId } from '../../shared/ids.ts'
import { HOSTILE_ADDRESSES, HOSTILE_WORDS } from '../fixtures/hostile/hostile-words.ts'
import { expect, test } from './people.ts'
import { field, goToEnd, savedAtSchool } from './plan-page.ts'

test.slow()

const SVG = '<svg onload=alert(1)>'
const IMG = '"><img src=x onerror=alert(1)>'
/**
 * What is pasted is parsed into a document that is never shown (client/text/paste/read-html.ts);
 * the policy holds there too, and says so.
 */
const OF_A_PASTE = [
  /^Setting the document's base URI to .* violates .*"base-uri 'none'"/,
  /^Applying inline style violates /,
]
/** What the routes take: no U+0000, at which they say no. */
const SAID = HOSTILE_WORDS.map((words) => words.replaceAll('\u0000', ''))

test('in texts, by pasting: as words, as a page, and as links', async ({ enter }) => {
  const { page } = await enter('coordinator')
  const alarms = await listen(page)
  const text = field(page, 'models.next')

  await goToEnd(page, 'models.next')
  await page.keyboard.press('Enter')
  await paste(page, { words: SAID.join('\n') })
  await paste(page, { html: `<p>før</p>${SAID.join('')}<p>etter</p>` })
  const links = HOSTILE_ADDRESSES.map((address) => `<a href="${attribute(address)}">lenke</a>`)
  await paste(page, {
    html: `<p>${links.join(' ')} <a href="https://trygg.example/">trygg</a></p>`,
  })
  await savedAtSchool(page)

  await expect(text).toContainText('<body onload=alert(1)>')
  await expect(text).toContainText('#read("/etc/passwd")')
  await expect(text.getByText('lenke').first()).toBeVisible()
  await expect(text.locator('a').filter({ hasText: 'lenke' })).toHaveCount(0)
  await expect(text.getByText('trygg').last()).toHaveAttribute('href', 'https://trygg.example/')
  await expectHarmless(page)
  await page.reload()
  await expect(field(page, 'models.next')).toContainText('<body onload=alert(1)>')
  await expectHarmless(page)
  const heard = (await alarms()).filter((alarm) => !OF_A_PASTE.some((usual) => usual.test(alarm)))
  expect(heard).toEqual([])
})

test('in what is said, suggested and decided, in names and titles: in every view of them', async ({
  enter,
}) => {
  const { page } = await enter('coordinator')
  const reader = await enter('teacher')
  const planId = /plans\/(\w+)/.exec(page.url())?.[1] ?? ''
  const alarms = [await listen(page), await listen(reader.page)]
  const me = await ask<Me>(page, 'GET', '/api/me')
  const them = await ask<Me>(reader.page, 'GET', '/api/me')
  const school = me.schools[0]!
  const mention = `@{${them.schools[0]!.memberId}}`
  const begin = (thread: Partial<NewThread>) => beginThread(page, planId, thread)
  const at = (threadId: string) => `/api/plans/${planId}/threads/${threadId}`

  // While it is said nobody looks: an open plan is drawn anew with every word.
  for (const who of [page, reader.page]) await who.goto(new URL('/account', who.url()).href)
  await ask(page, 'PUT', '/api/me/name', { name: IMG })
  await ask(page, 'POST', `/api/schools/${school.schoolId}/plans`, newPlan(SVG))
  const settings = await ask<object>(page, 'GET', `/api/schools/${school.schoolId}/settings`)
  await ask(page, 'PUT', `/api/schools/${school.schoolId}/settings`, { ...settings, name: SVG })
  for (const words of SAID) await begin({ body: `${mention} ${words}` })
  const inField = { kind: 'field', fieldId: 'leadership.next', anchor: null } as never
  for (const words of SAID.filter((_, index) => index % 9 === 0)) {
    const suggestion = { kind: 'words', words } as const
    const { threadId } = await begin({ place: inField, body: words, suggestion })
    await ask(page, 'POST', `${at(threadId)}/refuse`, { reason: words })
  }
  const place = { kind: 'section', sectionId: 'leadership' } as const
  const action = { kind: 'new-action', commitment: 'leadership', due: null } as const
  const { threadId } = await begin({
    place,
    suggestion: { ...action, title: SVG, description: IMG },
  })
  await ask(page, 'POST', `${at(threadId)}/accept`)
  await ask(page, 'PUT', `${at(threadId)}/decision`, { sentence: IMG })

  const views = [
    `/plans/${planId}`,
    `/plans/${planId}?thread=${threadId}`,
    `/plans/${planId}?thread=${encodeURIComponent(IMG)}#at=${encodeURIComponent(SVG)}&words=${encodeURIComponent(IMG)}`,
    `/plans/${planId}/history?from=last`,
    '/',
    '/inbox',
    '/account',
    `/schools/${school.schoolId}/people`,
    `/schools/${school.schoolId}/settings`,
    `/schools/${school.schoolId}/audit`,
    `/api/plans/${planId}/export/html?inline=1&threads=1&lang=nb`,
  ]
  const look = async (who: Page) => {
    for (const view of views) {
      await who.goto(new URL(view, who.url()).href)
      await who.waitForLoadState('networkidle')
      await expectHarmless(who)
    }
  }
  await Promise.all([look(page), look(reader.page)])
  await reader.page.goto(new URL('/inbox', page.url()).href)
  await expect(reader.page.getByRole('main')).toContainText('<body onload=alert(1)>')
  await expect(reader.page.getByRole('main')).toContainText(IMG)
  await page.goto(new URL(`/plans/${planId}?thread=${threadId}`, page.url()).href)
  await expect(page.getByText(SVG).first()).toBeVisible()
  for (const heard of alarms) expect(await heard()).toEqual([])
})

/** Everything that must not happen while words are shown. */
async function listen(page: Page): Promise<() => Promise<readonly string[]>> {
  const { origin } = new URL(page.url())
  const alarms: string[] = []
  page.on('dialog', (dialog) => {
    alarms.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('popup', (popup) => alarms.push(`window: ${popup.url()}`))
  page.on('pageerror', (error) => alarms.push(`error: ${error.message}`))
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(origin) && !/^(?:data|blob):/.test(url)) alarms.push(`request: ${url}`)
  })
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) alarms.push(message.text())
  })
  await page.reload()
  await page.waitForLoadState('networkidle')
  return async () => {
    await page.waitForLoadState('networkidle')
    return alarms
  }
}

/** Nothing stands in the page that would run, fetch, or lead where no link may. */
async function expectHarmless(page: Page): Promise<void> {
  const found = await page.evaluate(() => {
    const all = [...document.querySelectorAll('*')]
    const handlers = all.flatMap((element) =>
      [...element.attributes]
        .filter(({ name }) => /^on|^srcdoc$/.test(name))
        .map(({ name }) => `${element.tagName} ${name}`),
    )
    const strange = [...document.querySelectorAll('iframe,object,embed,base,form[action],math')]
    const scripts = [...document.querySelectorAll('script')].filter(
      ({ src }) => !src.startsWith(location.origin),
    )
    const links = [...document.querySelectorAll('a')]
      .map((link) => link.getAttribute('href') ?? '')
      .filter((href) => href !== '' && !/^(?:https?:|mailto:|blob:|#|\/(?![/\\]))/.test(href))
    return [...handlers, ...[...strange, ...scripts].map(({ outerHTML }) => outerHTML), ...links]
  })
  expect(found, page.url()).toEqual([])
}

async function paste(page: Page, { words = '', html }: { words?: string; html?: string }) {
  await page.evaluate(
    ([plain, rich]) => {
      const clipboardData = new DataTransfer()
      if (plain !== '') clipboardData.setData('text/plain', plain)
      if (rich !== '') clipboardData.setData('text/html', rich)
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
      document.activeElement?.dispatchEvent(event)
    },
    [words, html ?? ''] as const,
  )
}

/** Sends a request as the page would. */
async function ask<Reply>(page: Page, method: string, path: string, body?: object): Promise<Reply> {
  const { origin } = new URL(page.url())
  const reply = await page.request.fetch(origin + path, {
    method,
    headers: { origin },
    ...(body && { data: body }),
  })
  if (!reply.ok()) throw new Error(`${method} ${path}: ${reply.status()} ${await reply.text()}`)
  return reply.status() === 204 ? (undefined as Reply) : ((await reply.json()) as Reply)
}

function beginThread(page: Page, planId: string, thread: Partial<NewThread>): Promise<Thread> {
  return ask(page, 'POST', `/api/plans/${planId}/threads`, {
    threadId: createId(randomBytes),
    messageId: createId(randomBytes),
    place: { kind: 'plan' },
    body: null,
    suggestion: null,
    ...thread,
  })
}

function newPlan(title: string) {
  return { title, language: 'nb', periodStart: null, periodEnd: null }
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
}
