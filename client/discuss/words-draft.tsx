/** What was begun in a form of words and left (words-form.tsx). Nothing where nothing was. */
import { useObserved } from '../open-plan/use-observable.ts'
import { useDiscussSetting } from './discuss-setting.ts'
import { DraftSlip } from './draft-slip.tsx'
import { useDraftNotices } from './use-draft-notices.ts'

interface WordsDraftProps {
  readonly draftKey: string
  readonly label: string
  /** As DraftSlip has it. */
  readonly opens?: string
  readonly onGoOn: (() => void) | null
}

export function WordsDraft({ draftKey, label, opens, onGoOn }: WordsDraftProps) {
  const { unfinished } = useDiscussSetting().threads
  const { throwAway } = useDraftNotices(unfinished)
  const words = useObserved(unfinished.words, (all) => all.get(draftKey) ?? '')
  if (words.trim() === '') return null
  return (
    <DraftSlip
      label={label}
      words={words}
      opens={opens}
      onGoOn={onGoOn}
      onThrowAway={() => throwAway(draftKey, onGoOn)}
    />
  )
}
