/** What one can do with a version that has a name: call it something else, or take the name off. */
import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { type RefObject, useState } from 'react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { renameVersion } from '../api/history.ts'
import { useFailureWords } from '../api/failure-words.ts'
import { versionsQuery } from '../api/history-queries.ts'
import { problemOf } from '../api/request.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { MenuBox, MenuChoice } from '../ui/menu.tsx'
import { Modal } from '../ui/modal.tsx'
import { useNotice } from '../ui/notice.tsx'
import { useHistorySetting } from './history-setting.ts'
import { VersionNameForm } from './version-name-form.tsx'

interface VersionMenuProps {
  readonly seq: number
  readonly name: string
  /** Takes the focus when the name is off, and this menu gone with it. */
  readonly beside: RefObject<HTMLElement | null>
}

export function VersionMenu(props: VersionMenuProps) {
  const { seq, name } = props
  const { t } = useLingui()
  const { planId } = useHistorySetting().entry
  const [isNaming, setNaming] = useState(false)
  const takeOff = useTakeOff(props)
  const close = () => setNaming(false)
  return (
    <>
      <MenuTrigger>
        <IconButton icon="more" size="small" label={t`Change the name “${name}”`} />
        <MenuBox aria-label={t`Change the name “${name}”`}>
          <MenuChoice icon="pen" onAction={() => setNaming(true)}>
            {t`Call it something else`}
          </MenuChoice>
          <MenuChoice icon="close" onAction={takeOff}>
            {t`Take the name off`}
          </MenuChoice>
        </MenuBox>
      </MenuTrigger>
      <Modal title={t`Call it something else`} isOpen={isNaming} onClose={close}>
        <VersionNameForm
          first={name}
          save={(next) => renameVersion(planId, seq, next)}
          onClose={close}
        />
      </Modal>
    </>
  )
}

/** The version stays. With the way back beside it, since nobody is asked before. */
function useTakeOff({ seq, name, beside }: VersionMenuProps): () => void {
  const { t } = useLingui()
  const { planId } = useHistorySetting().entry
  const failureWords = useFailureWords()
  const showNotice = useNotice()
  const queries = useQueryClient()
  const change = async (next: string | null) => {
    try {
      await renameVersion(planId, seq, next)
      if (next === null) {
        beside.current?.focus()
        showNotice({
          words: t`The name “${name}” is taken off. The version is still there.`,
          action: { label: t`Undo`, onPress: () => void change(name) },
        })
      }
    } catch (error) {
      showNotice({ words: failureWords(problemOf(error)).title })
    }
    await queries.invalidateQueries(versionsQuery(planId))
  }
  return () => void change(null)
}
