import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useEffect } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useInbox } from '../../../client/inbox/use-inbox.ts'
import type { Inbox } from '../../../shared/api/inbox.ts'
import { until } from '../../support/until.ts'

const at = { kind: 'reply', planId: 'p', planTitle: 'P', threadId: 't', atMs: 0 } as const
const by = { memberId: 'm', name: 'Siri', role: 'teacher' } as const
const notice = (notificationId: string, isSeen = false) => ({
  ...at,
  by,
  notificationId,
  excerpt: null,
  isSeen,
})

let root: Root
let inbox: ReturnType<typeof useInbox> | null
/** What the server has, and what it was told. */
let atServer: Inbox
let told: unknown[]
/** Holds the answer back until it is let go; null: it comes at once. */
let held: Promise<void> | null

function Asking() {
  const asked = useInbox()
  useEffect(() => {
    inbox = asked
  })
  return null
}

beforeEach(() => {
  inbox = null
  atServer = { notifications: [notice('2'), notice('1'), notice('0', true)], unseenCount: 5 }
  told = []
  held = null
  vi.spyOn(globalThis, 'fetch').mockImplementation((_address, init) => {
    if (init?.method !== 'POST') return Promise.resolve(Response.json(atServer))
    told.push(JSON.parse(init.body as string))
    if (held) return held.then(() => Promise.reject(new TypeError('no connection')))
    atServer = {
      notifications: atServer.notifications.map((one) => ({ ...one, isSeen: true })),
      unseenCount: 0,
    }
    return Promise.resolve(new Response(null, { status: 204 }))
  })
  root = createRoot(document.createElement('div'))
  root.render(
    <QueryClientProvider client={new QueryClient()}>
      <Asking />
    </QueryClientProvider>,
  )
})
afterEach(() => {
  root.unmount()
  vi.restoreAllMocks()
})

const seen = () => inbox!.notices.filter(({ isSeen }) => isSeen).map((one) => one.notificationId)

it('ticks one off at once, and no more than that', async () => {
  await until('the inbox came', () => inbox?.notices.length === 3)

  const { promise, resolve: letGo } = Promise.withResolvers<void>()
  held = promise
  inbox!.see('1')
  await until('it is ticked off', () => seen().length === 2)

  expect(seen()).toEqual(['1', '0'])
  expect(inbox!.unseenCount).toBe(4)
  expect(told).toEqual([{ notificationIds: ['1'] }])
  letGo()
  // It did not come through: the server is asked again, and what it says counts.
  await until('the server was asked again', () => seen().length === 1)
  expect(inbox!.unseenCount).toBe(5)
})

it('ticks off all that had come when it was asked for, older ones that are not shown too', async () => {
  await until('the inbox came', () => inbox?.notices.length === 3)

  inbox!.seeAll()
  await until('all is ticked off', () => inbox?.unseenCount === 0)

  expect(told).toEqual([{ notificationIds: [], upToMs: at.atMs }])
  expect(seen()).toEqual(['2', '1', '0'])
})
