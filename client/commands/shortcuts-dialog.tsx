/**
 * The page of shortcuts: every key there is, drawn from the lists that the keys themselves read.
 */
import { Trans, useLingui } from '@lingui/react/macro'
import { useId, useState } from 'react'
import { chordWords } from '../ui/chords.ts'
import { TEXT_KEYS } from '../text/text-keys.ts'
import { useTextTools } from '../text/use-text-tools.ts'
import { Button } from '../ui/button.tsx'
import { Modal, ModalButtons } from '../ui/modal.tsx'
import { isQuestionKeyOn, setQuestionKey } from './question-key.ts'
import { ACTION_KEYS, PAGE_KEYS } from './key-list.ts'
import styles from './shortcuts-dialog.module.css'

export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLingui()
  const groups = useKeyGroups()
  return (
    <Modal title={t`Keyboard shortcuts`} isOpen onClose={onClose}>
      <div className={styles['groups']}>
        {groups.map(({ title, keys }) => (
          <KeyGroup key={title} title={title} keys={keys} />
        ))}
      </div>
      <QuestionKey />
      <ModalButtons>
        <Button tone="main" onPress={onClose}>
          <Trans>Close</Trans>
        </Button>
      </ModalButtons>
    </Modal>
  )
}

interface KeyGroupProps {
  readonly title: string
  readonly keys: readonly { readonly words: string; readonly chord: string }[]
}

function KeyGroup({ title, keys }: KeyGroupProps) {
  const headId = useId()
  return (
    <section aria-labelledby={headId}>
      <h3 className={styles['title']} id={headId}>
        {title}
      </h3>
      <dl className={styles['keys']}>
        {keys.map(({ words, chord }) => (
          <div key={words}>
            <dt>{words}</dt>
            <dd>
              <kbd>{chordWords(chord)}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** A key that is one sign alone must be possible to turn off (WCAG 2.1.4). */
function QuestionKey() {
  const [isOn, setOn] = useState(isQuestionKeyOn)
  return (
    <label className={styles['setting']}>
      <input
        type="checkbox"
        checked={isOn}
        onChange={({ currentTarget }) => {
          setOn(currentTarget.checked)
          setQuestionKey(currentTarget.checked)
        }}
      />
      <Trans>Let ? alone open this page, on this device</Trans>
    </label>
  )
}

function useKeyGroups(): readonly KeyGroupProps[] {
  const { t } = useLingui()
  const tools = useTextTools().flatMap(({ words, chord }) => (chord ? [{ words, chord }] : []))
  return [
    {
      title: t`Anywhere in the plan`,
      keys: [
        { words: t`All commands, and search in the plan`, chord: PAGE_KEYS.palette },
        { words: t`Keyboard shortcuts`, chord: PAGE_KEYS.shortcuts },
        { words: t`Undo`, chord: PAGE_KEYS.undo },
        { words: t`Redo`, chord: PAGE_KEYS.redo },
        { words: t`Print`, chord: PAGE_KEYS.print },
        { words: t`Comment on the chosen words`, chord: PAGE_KEYS.comment },
        { words: t`To comments and suggestions, and back`, chord: PAGE_KEYS.notes },
      ],
    },
    {
      title: t`In a text`,
      keys: [
        { words: t`Choose what to insert`, chord: '/' },
        ...tools,
        { words: t`Code`, chord: TEXT_KEYS.code },
        { words: t`Move an item of a list in`, chord: TEXT_KEYS.itemIn },
        { words: t`Move an item of a list out`, chord: TEXT_KEYS.itemOut },
        { words: t`To the formatting tools`, chord: TEXT_KEYS.toolbar },
        { words: t`Out of the text, staying at it`, chord: TEXT_KEYS.leave },
      ],
    },
    {
      title: t`On an action`,
      keys: [
        { words: t`Move the action up`, chord: ACTION_KEYS.moveUp },
        { words: t`Move the action down`, chord: ACTION_KEYS.moveDown },
        { words: t`Close the open action`, chord: ACTION_KEYS.close },
      ],
    },
  ]
}
