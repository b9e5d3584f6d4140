/** What changed in a text, in phrases: to be read aloud, printed, and read without colours. */
import { useLingui } from '@lingui/react/macro'
import type {
  Box,
  BlockChange,
  ItemChange,
  Line,
  List,
  TextDifference,
} from '../../shared/text/compare-texts.ts'
import { oneLine } from '../../shared/text/plain-text.ts'
import type { RichText } from '../../shared/text/rich-text.ts'
import { useLineSentences } from './use-line-sentences.ts'

export function useTextSentences(): (difference: TextDifference) => readonly string[] {
  const { t } = useLingui()
  const lineSentences = useLineSentences()

  const wholeSentence = (kind: 'gone' | 'new', text: RichText, isMoved: boolean) => {
    const words = oneLine(text)
    if (words === '')
      return kind === 'new' ? t`an empty line is added` : t`an empty line is removed`
    // Told once, where it is now.
    if (isMoved) return kind === 'new' ? t`“${words}” is moved` : null
    return kind === 'new' ? t`“${words}” is added` : t`“${words}” is removed`
  }
  const lineKind = (before: Line, after: Line) => {
    const words = oneLine([after])
    const [was, is] = [before, after].map((line) => (line.type === 'heading' ? line.level : null))
    if (was === is) return []
    if (is === null) return [t`“${words}” is ordinary text now`]
    return [is === 3 ? t`“${words}” is a heading now` : t`“${words}” is a small heading now`]
  }
  const listKind = (before: List, after: List) => {
    if (before.type !== after.type) {
      if (after.type === 'bulletList') return [t`the list has bullets now`]
      return [
        after.type === 'orderedList'
          ? t`the list has numbers now`
          : t`the list has boxes to tick now`,
      ]
    }
    if (before.type !== 'orderedList' || after.type !== 'orderedList') return []
    const { start } = after
    return before.start === start ? [] : [t`the list begins with ${start} now`]
  }
  const boxKind = (before: Box, after: Box) => {
    if (before.type === after.type) return []
    return [after.type === 'callout' ? t`the quote is a note now` : t`the note is a quote now`]
  }
  const itemSentences = (change: ItemChange): readonly (string | null)[] => {
    if (change.kind === 'same') return []
    if (change.kind !== 'changed') {
      return [wholeSentence(change.kind, change.item.content, change.isMoved)]
    }
    const { before, after, inner } = change
    const words = oneLine(after.content)
    const ticked = after.checked
      ? t`“${words}” is ticked off`
      : t`“${words}” is not ticked off any more`
    const isTickTold = before.checked !== null && after.checked !== null
    return [
      ...(isTickTold && before.checked !== after.checked ? [ticked] : []),
      ...inner.flatMap(blockSentences),
    ]
  }
  const blockSentences = (change: BlockChange): readonly (string | null)[] => {
    switch (change.kind) {
      case 'same':
        return []
      case 'gone':
      case 'new':
        return [wholeSentence(change.kind, [change.block], change.isMoved)]
      case 'line':
        return [...lineKind(change.before, change.after), ...lineSentences(change.runs)]
      case 'list':
        return [...listKind(change.before, change.after), ...change.items.flatMap(itemSentences)]
      case 'box':
        return [...boxKind(change.before, change.after), ...change.inner.flatMap(blockSentences)]
    }
  }
  return (difference) => difference.flatMap(blockSentences).filter((sentence) => sentence !== null)
}
