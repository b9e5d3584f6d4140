/** Tells what there is to tell about a paste, and offers to make actions of a pasted table. */
import { useLingui } from '@lingui/react/macro'
import { Suspense, useCallback, useEffect } from 'react'
import { useObservable } from '../open-plan/use-observable.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import type { PasteNews as NewsOfPaste } from '../text/paste/paste.ts'
import { textEditingOf } from '../text/text-editing.ts'
import { useNotice } from '../ui/notice.tsx'
import { lazyPart } from '../ui/lazy-part.ts'

const TableOffer = lazyPart(() =>
  import('../actions/table/table-offer.tsx').then(({ TableOffer: offer }) => offer),
)

export function PasteNews() {
  const { pasted, live } = textEditingOf(useOpenPlan())
  const latest = useObservable(pasted)
  const showNotice = useNotice()
  const words = useWordsOf(latest?.news)

  useEffect(() => {
    if (words === null) return
    showNotice({ words })
    pasted.set(null)
  }, [words, pasted, showNotice])

  const close = useCallback(
    (isKept: boolean) => {
      pasted.set(null)
      if (isKept) live.get()?.editor.commands.focus()
    },
    [pasted, live],
  )
  if (latest?.news.kind !== 'table') return null
  const { table, takeWords } = latest.news
  return (
    <Suspense fallback={null}>
      <TableOffer table={table} fieldId={latest.fieldId} takeWords={takeWords} onClose={close} />
    </Suspense>
  )
}

/** null when there is nothing to say, or a question to ask. */
function useWordsOf(news: NewsOfPaste | undefined): string | null {
  const { t } = useLingui()
  switch (news?.kind) {
    case 'pictures':
      return news.hasWords
        ? t`Pictures cannot be pasted yet. The words are there.`
        : t`Pictures cannot be pasted yet.`
    case 'too-large':
      return t`This is too much to paste at once. Nothing was pasted; try a part of it.`
    case 'not-pasted':
      return t`Nothing was pasted. Please try once more.`
    default:
      return null
  }
}
