/** Tells the door of incoming changes while someone composes in an editor. */
import { Plugin } from '@tiptap/pm/state'
import type { IncomingDoor } from '../open-plan/incoming-door.ts'

export function compositionPlugin(door: IncomingDoor): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        compositionstart: (view) => door.composing(view),
        compositionupdate: (view) => door.composing(view),
        compositionend: (view) => door.composed(view),
      },
    },
    view: (view) => ({ destroy: () => door.composed(view) }),
  })
}
