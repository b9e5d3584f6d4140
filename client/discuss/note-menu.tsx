/** The rest of what one can do with a thread. */
import { useLingui } from '@lingui/react/macro'
import { MenuTrigger } from 'react-aria-components/Menu'
import { acceptSuggestionsOf, noteDecision } from '../api/threads.ts'
import { problemOf } from '../api/request.ts'
import { threadAddress } from '../../shared/api/plan-address.ts'
import { useFailureWords } from '../api/failure-words.ts'
import { useObservable } from '../open-plan/use-observable.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { MenuBox, MenuChoice } from '../ui/menu.tsx'
import { useNotice } from '../ui/notice.tsx'
import { toClipboard } from '../ui/to-clipboard.ts'
import { useDiscussSetting } from './discuss-setting.ts'
import type { NoteForm } from './note-forms.tsx'
import type { ShownThread } from './shown-threads.ts'
import type { Deed } from './use-deed.ts'

interface NoteMenuProps {
  readonly thread: ShownThread
  readonly onForm: (form: NoteForm) => void
  readonly deed: Deed
}

export function NoteMenu({ thread, onForm, deed }: NoteMenuProps) {
  const { t } = useLingui()
  const { entry } = useDiscussSetting()
  const acceptAll = useAcceptAll(thread)
  const copyLink = useCopyLink(thread)
  const { mayDiscuss, mayDecide } = entry.me
  const { decision, threadId } = thread
  const suggester = thread.by.name
  const count = acceptAll?.count ?? 0
  return (
    <MenuTrigger>
      <IconButton
        icon="more"
        size="small"
        label={t`More about this thread`}
        data-opens="decision assign"
      />
      <MenuBox aria-label={t`More about this thread`}>
        {mayDiscuss && (
          <MenuChoice icon="person" onAction={() => onForm('assign')}>
            {t`Give it to somebody`}
          </MenuChoice>
        )}
        {mayDecide && (
          <MenuChoice icon="check" onAction={() => onForm('decision')}>
            {decision ? t`Change the decision` : t`Note a decision`}
          </MenuChoice>
        )}
        {mayDecide && decision && (
          <MenuChoice icon="trash" onAction={() => deed.run(noteDecision(entry, threadId, null))}>
            {t`It was no decision`}
          </MenuChoice>
        )}
        {acceptAll && (
          <MenuChoice icon="check" onAction={acceptAll.run}>
            {t`Accept all ${count} from ${suggester}`}
          </MenuChoice>
        )}
        <MenuChoice icon="link" onAction={copyLink}>
          {t`Copy link`}
        </MenuChoice>
      </MenuBox>
    </MenuTrigger>
  )
}

/** null: there is not more than one of this person, or one may not. */
function useAcceptAll({ by, suggestion }: ShownThread) {
  const { t } = useLingui()
  const { entry, threads } = useDiscussSetting()
  const failureWords = useFailureWords()
  const showNotice = useNotice()
  const all = useObservable(threads.shown) ?? []
  const open = all.filter(
    (thread) =>
      thread.by.memberId === by.memberId &&
      thread.suggestion?.state === 'open' &&
      thread.state === 'open' &&
      !thread.waiting,
  )
  if (!entry.me.mayDecide || suggestion?.state !== 'open' || open.length < 2) return null

  const tell = (accepted: number, stale: number) =>
    showNotice({
      words:
        stale === 0
          ? t`Accepted: ${accepted}`
          : t`Accepted: ${accepted}. To be looked at once more: ${stale}`,
    })
  return {
    count: open.length,
    run: () =>
      void acceptSuggestionsOf(entry, by.memberId)
        .then(({ accepted, stale }) => tell(accepted.length, stale.length))
        .catch((error: unknown) => showNotice({ words: failureWords(problemOf(error)).title }))
        .then(() => threads.refresh()),
  }
}

function useCopyLink({ threadId }: ShownThread): () => void {
  const { t } = useLingui()
  const { entry } = useDiscussSetting()
  const showNotice = useNotice()
  return () => {
    const text = location.origin + threadAddress(entry.planId, threadId)
    toClipboard({ text }).then(
      () => showNotice({ words: t`The link is copied` }),
      () => showNotice({ words: text }),
    )
  }
}
