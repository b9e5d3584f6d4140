/**
 * Lets two tabs of one person see each other's changes while the school cannot be
 * reached. Keyed by person and plan; y-websocket's own channel is keyed by address
 * only, so on a shared computer it would join two people.
 *
 * A tab that is connected says nothing by itself: its changes go round by the
 * server. It answers those that are not.
 */
import * as Y from 'yjs'

export interface TabChannel {
  /** Asks the other tabs what they have that this one lacks, and the other way. */
  greet(): void
  close(): void
}

export interface TabChannelOptions {
  readonly name: string
  readonly doc: Y.Doc
  readonly isConnected: () => boolean
  /** A change of another tab. */
  readonly onUpdate: (update: Uint8Array) => void
  /** Is this the origin of changes that came from another tab or from the server? */
  readonly isForeign: (origin: unknown) => boolean
}

type Message =
  | { readonly kind: 'hello'; readonly vector: Uint8Array; readonly isAnswer: boolean }
  | { readonly kind: 'update'; readonly update: Uint8Array }

export function createTabChannel(options: TabChannelOptions): TabChannel {
  const { doc, isConnected, onUpdate } = options
  const channel = new BroadcastChannel(options.name)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target
  const say = (message: Message) => channel.postMessage(message)
  const hello = (isAnswer: boolean) =>
    say({ kind: 'hello', vector: Y.encodeStateVector(doc), isAnswer })

  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'update') return onUpdate(data.update)
    say({ kind: 'update', update: Y.encodeStateAsUpdate(doc, data.vector) })
    if (!data.isAnswer) hello(true)
  })
  const onOwnUpdate = (update: Uint8Array, origin: unknown) => {
    if (!options.isForeign(origin) && !isConnected()) say({ kind: 'update', update })
  }
  doc.on('update', onOwnUpdate)

  return {
    greet: () => hello(false),
    close() {
      doc.off('update', onOwnUpdate)
      channel.close()
    },
  }
}
