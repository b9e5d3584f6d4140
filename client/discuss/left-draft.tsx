/** What was begun at a place and left, beside that place. */
import { useLingui } from '@lingui/react/macro'
import { useObserved } from '../open-plan/use-observable.ts'
import type { Begun } from './begun.ts'
import styles from './composer.module.css'
import { useDiscussSetting } from './discuss-setting.ts'
import { DraftSlip } from './draft-slip.tsx'
import note from './note.module.css'
import { usePlaceTitle } from './place-titles.ts'
import type { Unfinished } from './unfinished.ts'
import { useDraftNotices } from './use-draft-notices.ts'

export function LeftDraft({ begun }: { readonly begun: Begun }) {
  const { t } = useLingui()
  const { places, threads, goOn } = useDiscussSetting()
  const { unfinished } = threads
  const { throwAway } = useDraftNotices(unfinished)
  const words = useFirstWords(unfinished, begun.key)
  const title = usePlaceTitle(places)(begun.place)
  const goOnHere = () => goOn(begun)
  return (
    <article
      className={note['note']}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it takes the focus when the one beside it goes
      tabIndex={-1}
      aria-label={t`Draft: ${title}`}
      data-kind="draft"
    >
      <p className={styles['where']}>{title}</p>
      <DraftSlip
        label={t`Draft`}
        words={words}
        onGoOn={goOnHere}
        onThrowAway={() => throwAway(begun.key, goOnHere)}
      />
    </article>
  )
}

/** What says most of what was begun. */
const TELLING = ['/words', '/rewrite', '/title', '/description']

function useFirstWords(unfinished: Unfinished, key: string): string | null {
  return useObserved(unfinished.words, (all) => {
    const told = TELLING.map((part) => all.get(key + part)?.trim() ?? '')
    return told.find((words) => words !== '') ?? null
  })
}
