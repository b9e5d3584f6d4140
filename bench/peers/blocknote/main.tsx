/**
 * A minimal BlockNote page, as its documentation shows one: the default editor over
 * a Y.Doc, without a provider. The document comes as one Yjs update from its server;
 * /make only offers `makeContent`, with which the bench makes that update.
 */
import { BlockNoteEditor, type PartialBlock } from '@blocknote/core'
import { blocksToYDoc, withCollaboration } from '@blocknote/core/yjs'
import { BlockNoteView } from '@blocknote/mantine'
import { useCreateBlockNote } from '@blocknote/react'
import '@blocknote/core/fonts/inter.css'
import '@blocknote/mantine/style.css'
import { createRoot } from 'react-dom/client'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'

const FRAGMENT = 'document-store'

function Page({ doc, awareness }: { readonly doc: Y.Doc; readonly awareness: Awareness }) {
  const editor = useCreateBlockNote(
    withCollaboration({
      collaboration: {
        fragment: doc.getXmlFragment(FRAGMENT),
        provider: { awareness },
        user: { name: 'Bilal', color: '#1d6b5f' },
      },
    }),
  )
  return <BlockNoteView editor={editor} />
}

function makeContent(blocks: PartialBlock[]): number[] {
  const doc = blocksToYDoc(BlockNoteEditor.create(), blocks, FRAGMENT)
  return Array.from(Y.encodeStateAsUpdate(doc))
}

if (location.pathname === '/make') {
  Object.assign(window, { makeContent })
} else {
  const reply = await fetch(`/content${location.pathname}`)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, new Uint8Array(await reply.arrayBuffer()))
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html has no #root')
  createRoot(root).render(<Page doc={doc} awareness={new Awareness(doc)} />)
}
