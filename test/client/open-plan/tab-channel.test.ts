import * as Y from 'yjs'
import { afterEach, expect, it } from 'vitest'
import { createTabChannel, type TabChannel } from '../../../client/open-plan/tab-channel.ts'
import { until } from '../../support/until.ts'

const channels: TabChannel[] = []
afterEach(() => {
  for (const channel of channels.splice(0)) channel.close()
})

function tab(name: string, isConnected: boolean) {
  const doc = new Y.Doc()
  const channel = createTabChannel({
    name,
    doc,
    isConnected: () => isConnected,
    isForeign: (origin) => origin === 'tab',
    onUpdate: (update) => Y.applyUpdate(doc, update, 'tab'),
  })
  channels.push(channel)
  return { channel, text: doc.getText('t') }
}

it('lets two tabs without a connection see each other’s changes', async () => {
  const one = tab('kari/plan', false)
  const other = tab('kari/plan', false)

  one.text.insert(0, 'Hei')

  await until('the change', () => other.text.toJSON() === 'Hei')
})

it('gives a greeting tab what it lacks, and takes what it has', async () => {
  const one = tab('kari/plan2', true)
  one.text.insert(0, 'A')
  const other = tab('kari/plan2', true)
  other.text.insert(0, 'B')

  other.channel.greet()

  await until('both', () => other.text.length === 2 && one.text.length === 2)
})

it('says nothing by itself while connected: the server passes it on', async () => {
  const heard: unknown[] = []
  const listener = new BroadcastChannel('kari/plan3')
  listener.addEventListener('message', ({ data }) => heard.push(data))
  const connected = tab('kari/plan3', true)
  const alone = tab('kari/plan3', false)

  connected.text.insert(0, 'A')
  alone.text.insert(0, 'B')
  await until('one message', () => heard.length > 0)
  listener.close()

  expect(heard).toHaveLength(1)
})

it('keeps persons apart', async () => {
  const kari = tab('kari/plan4', false)
  const ola = tab('ola/plan4', false)
  const kariToo = tab('kari/plan4', false)

  kari.text.insert(0, 'Hemmelig')
  await until('her other tab', () => kariToo.text.length > 0)

  expect(ola.text.toJSON()).toBe('')
})
