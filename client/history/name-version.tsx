/** Giving a name to a version, or to the plan as it is now: then it stands out in the list. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { nameVersion } from '../api/history.ts'
import { Button } from '../ui/button.tsx'
import { ChoiceBox } from '../ui/choice-box.tsx'
import { Modal } from '../ui/modal.tsx'
import { useHistorySetting, useMayName } from './history-setting.ts'
import { useWhenWords } from './moment-words.ts'
import type { ComparedMoments } from './use-compared-moments.ts'
import { VersionNameForm } from './version-name-form.tsx'

interface NameVersionProps {
  readonly compared: ComparedMoments
}

export function NameVersion({ compared }: NameVersionProps) {
  const { t } = useLingui()
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  if (!useMayName()) return null
  return (
    <>
      <Button icon="pen" size="small" onPress={() => setOpen(true)}>
        <Trans>Name a version</Trans>
      </Button>
      <Modal title={t`Name a version`} isOpen={isOpen} onClose={close}>
        <NameForm compared={compared} onClose={close} />
      </Modal>
    </>
  )
}

function NameForm({ compared, onClose }: NameVersionProps & { readonly onClose: () => void }) {
  const { t } = useLingui()
  const { planId } = useHistorySetting().entry
  const { from, versions } = compared
  const when = useWhenWords()(from.atMs)
  const [which, setWhich] = useState<'now' | 'from'>('now')
  const isFromNow = from.seq === versions.head
  return (
    <VersionNameForm
      first=""
      save={(name) => nameVersion(planId, name, which === 'now' ? null : from.seq)}
      onClose={onClose}
    >
      {!isFromNow && (
        <ChoiceBox
          label={t`Which version`}
          value={which}
          choices={[
            { value: 'now', label: t`As the plan is now` },
            { value: 'from', label: t`As the plan was ${when}` },
          ]}
          onChange={setWhich}
        />
      )}
    </VersionNameForm>
  )
}
