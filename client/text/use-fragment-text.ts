/** The words of one text as they are now, read again when the text changed. */
import { useMemo, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { readText } from '../../shared/plan/read-text.ts'
import type { RichText } from '../../shared/text/rich-text.ts'

export function useFragmentText(fragment: Y.XmlFragment): RichText {
  const source = useMemo(() => textSource(fragment), [fragment])
  return useSyncExternalStore(source.subscribe, source.get)
}

/** Is there nothing in the text? Followed without a drawing for every key. */
export function useIsEmptyText(fragment: Y.XmlFragment): boolean {
  const source = useMemo(() => textSource(fragment), [fragment])
  return useSyncExternalStore(source.subscribe, () => source.get().length === 0)
}

function textSource(fragment: Y.XmlFragment) {
  let text: RichText | null = null
  return {
    get: () => (text ??= readText(fragment)),
    subscribe: (listener: () => void) => {
      const onChange = () => {
        text = null
        listener()
      }
      fragment.observeDeep(onChange)
      return () => fragment.unobserveDeep(onChange)
    },
  }
}
