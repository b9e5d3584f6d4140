/** Asks for the name of a version, and saves it. */
import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Version } from '../../shared/api/history.ts'
import { versionsQuery } from '../api/history-queries.ts'
import { useSavingName } from '../api/use-saving-name.ts'
import { NameForm } from '../ui/name-form.tsx'
import { useNotice } from '../ui/notice.tsx'
import { useHistorySetting } from './history-setting.ts'

interface VersionNameFormProps {
  /** What stands there at first. */
  readonly first: string
  readonly save: (name: string) => Promise<Version>
  readonly onClose: () => void
  /** What is asked before the name. */
  readonly children?: ReactNode
}

export function VersionNameForm({ save, onClose, ...rest }: VersionNameFormProps) {
  const { t } = useLingui()
  const { planId } = useHistorySetting().entry
  const showNotice = useNotice()
  const queries = useQueryClient()
  const saving = useSavingName({
    save,
    async onSaved({ name: given }) {
      showNotice({ words: t`The version is called “${given}”.` })
      onClose()
      await queries.invalidateQueries(versionsQuery(planId))
    },
  })
  return (
    <NameForm
      {...rest}
      {...saving}
      hint={t`For example “Before the hearing”. Everybody at the school sees it.`}
      onClose={onClose}
    />
  )
}
