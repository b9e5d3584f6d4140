/**
 * Several writers at one plan, joined by a network that the test drives by hand,
 * and the check that they all hold the same.
 */
import * as Y from 'yjs'
import { expect } from 'vitest'
import { plainOfEditor, plainOfYjs } from './same-text.ts'
import { createWriter, seedTexts, type Writer } from './writer.ts'

export type Writers = ReturnType<typeof createWriters>

export function createWriters(count: number, texts: Readonly<Record<string, string>>) {
  const writers = Array.from({ length: count }, (_, index) => createWriter(index + 1))
  const inboxes: Uint8Array[][] = writers.map(() => [])
  const seed = new Y.Doc()
  seed.clientID = 1000
  seedTexts(seed, texts)
  for (const { doc } of writers) Y.applyUpdate(doc, Y.encodeStateAsUpdate(seed), 'remote')

  writers.forEach(({ doc }, from) => {
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'remote') return
      inboxes.forEach((inbox, to) => to !== from && inbox.push(update))
    })
  })
  const at = (index: number): Writer => writers[index % count]!

  return {
    at,
    /** Delivers the oldest waiting updates to one writer. */
    deliver(to: number, most: number) {
      const updates = inboxes[to % count]!.splice(0, most)
      for (const update of updates) at(to).door.receive(update, 'remote')
    },
    /** Two writers lose what was under way and meet by state vectors, as after a reconnect. */
    reconnect(one: number, other: number) {
      const [a, b] = [at(one).doc, at(other).doc]
      if (a === b) return
      const forA = Y.encodeStateAsUpdate(b, Y.encodeStateVector(a))
      const forB = Y.encodeStateAsUpdate(a, Y.encodeStateVector(b))
      at(one).door.receive(forA, 'remote')
      at(other).door.receive(forB, 'remote')
    },
    settle() {
      inboxes.forEach((_, to) => this.deliver(to, Infinity))
      // Editors write while they draw (two texts side by side become one); let that out too.
      inboxes.forEach((_, to) => this.deliver(to, Infinity))
    },
    /** Everybody holds the same, would read the same after a reload, and sees it in their editors. */
    expectSame() {
      const [first, ...others] = writers.map(contentOf)
      for (const other of others) expect(other).toEqual(first)
      for (const writer of writers) {
        expect(reloaded(writer)).toEqual(contentOf(writer))
        for (const [fieldId, editor] of writer.mounted) {
          const fragment = plainOfYjs(writer.fragment(fieldId), defaultsOf(writer))
          expect(plainOfEditor(editor.state.doc)).toEqual(fragment)
        }
      }
    },
    end: () => writers.forEach((writer) => writer.end()),
  }

  function contentOf({ doc }: Pick<Writer, 'doc'>) {
    return {
      texts: Object.keys(texts).map((fieldId) =>
        plainOfYjs(doc.getXmlFragment(`text:${fieldId}`), () => ({})),
      ),
      actions: sortedJson(doc.getMap('actions')),
      progress: sortedJson(doc.getMap('progress')),
    }
  }

  function reloaded({ doc }: Writer) {
    const fresh = new Y.Doc()
    Y.applyUpdate(fresh, Y.encodeStateAsUpdate(doc))
    return contentOf({ doc: fresh })
  }
}

function defaultsOf({ mounted }: Writer) {
  const [editor] = mounted.values()
  return (name: string): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(editor?.schema.nodes[name]?.spec.attrs ?? {}).map(([key, spec]) => [
        key,
        spec.default as unknown,
      ]),
    )
}

/** A Y.Map with its keys in order: their order differs between peers. */
function sortedJson(map: Y.Map<unknown>): unknown {
  return Object.fromEntries(
    [...map.entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [
        key,
        value instanceof Y.Map
          ? sortedJson(value as Y.Map<unknown>)
          : value instanceof Y.XmlFragment
            ? plainOfYjs(value, () => ({}))
            : value,
      ]),
  )
}
