/** Tells what there is to tell about a paste, and offers to make actions of a pasted table. */
import { useLingui } from '@lingui/react/macro'
import { Suspense, useCallback, useEffect } from 'react'
import { useObservable } from '../open-plan/use-observable.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import { textEditingOf } from '../text/text-editing.ts'
import { useNotice } from '../ui/notice.tsx'
import { lazyPart } from '../ui/lazy-part.ts'

const TableOffer = lazyPart(() =>
  import('../actions/table/table-offer.tsx').then(({ TableOffer: offer }) => offer),
)

export function PasteNews() {
  const { t } = useLingui()
  const { pasted, live } = textEditingOf(useOpenPlan())
  const latest = useObservable(pasted)
  const showNotice = useNotice()
  const kind = latest?.news.kind
  const words =
    kind === 'pictures'
      ? t`Pictures cannot be pasted yet. The words are there.`
      : t`This is too much to paste at once. Nothing was pasted; try a part of it.`

  useEffect(() => {
    if (kind !== 'pictures' && kind !== 'too-large') return
    showNotice({ words })
    pasted.set(null)
  }, [kind, words, pasted, showNotice])

  const close = useCallback(
    (isKept: boolean) => {
      pasted.set(null)
      if (isKept) live.get()?.editor.commands.focus()
    },
    [pasted, live],
  )
  if (latest?.news.kind !== 'table') return null
  const { table, takeBack } = latest.news
  return (
    <Suspense fallback={null}>
      <TableOffer table={table} fieldId={latest.fieldId} takeBack={takeBack} onClose={close} />
    </Suspense>
  )
}
