/** What changed in one line of a text: words for words, and how words look. */
import { useLingui } from '@lingui/react/macro'
import { canonicalJson } from '../../shared/text/canonical-json.ts'
import type { InlineRun } from '../../shared/text/compare-inlines.ts'
import { oneLine } from '../../shared/text/plain-text.ts'
import type { Inline, Mark } from '../../shared/text/rich-text.ts'

export function useLineSentences(): (runs: readonly InlineRun[]) => readonly string[] {
  const { t } = useLingui()
  const markWords = useMarkWords()

  return (runs) =>
    runs.flatMap((run, at): readonly string[] => {
      if (run.kind === 'same') return []
      if (run.kind === 'marked') {
        const words = run.text.trim()
        const looks = [
          ...without(run.after, run.before).map((mark) => markWords(mark, true)),
          ...without(run.before, run.after).map((mark) => markWords(mark, false)),
        ].join(', ')
        return [t`the look of “${words}” is changed: ${looks}`]
      }
      const words = wordsOf(run.content)
      if (words === '') return [t`the space between words is changed`]
      const [previous, next] = [runs[at - 1], runs[at + 1]]
      if (run.kind === 'gone') {
        const fresh = next?.kind === 'new' ? wordsOf(next.content) : ''
        if (fresh !== '') return [t`“${words}” is replaced by “${fresh}”`]
        return [t`“${words}” is removed`]
      }
      const isReplacing = previous?.kind === 'gone' && wordsOf(previous.content) !== ''
      return isReplacing ? [] : [t`“${words}” is added`]
    })
}

/** How a mark is said: that it came, or that it went. */
function useMarkWords(): (mark: Mark, isThere: boolean) => string {
  const { t } = useLingui()
  return (mark, isThere) => {
    switch (mark.type) {
      case 'bold':
        return isThere ? t`bold` : t`not bold`
      case 'italic':
        return isThere ? t`italic` : t`not italic`
      case 'underline':
        return isThere ? t`underlined` : t`not underlined`
      case 'strike':
        return isThere ? t`struck through` : t`not struck through`
      case 'code':
        return isThere ? t`as code` : t`not as code`
      case 'link': {
        const { href } = mark
        return isThere ? t`link to ${href}` : t`no link to ${href}`
      }
      case 'lang': {
        const { lang } = mark
        return isThere ? t`language ${lang}` : t`not language ${lang}`
      }
    }
  }
}

function wordsOf(content: readonly Inline[]): string {
  return oneLine([{ type: 'paragraph', content }])
}

function without(marks: readonly Mark[], others: readonly Mark[]): readonly Mark[] {
  const known = new Set(others.map(canonicalJson))
  return marks.filter((mark) => !known.has(canonicalJson(mark)))
}
