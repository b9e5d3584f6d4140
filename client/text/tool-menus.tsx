/** The two tools that open a list: what kind of paragraph, and which language. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { Editor } from '@tiptap/core'
import { MenuTrigger } from 'react-aria-components/Menu'
import { Button } from 'react-aria-components/Button'
import { useLocale } from 'react-aria-components/I18nProvider'
import { Icon } from '../ui/icon.tsx'
import { MenuBox, MenuChoice } from '../ui/menu.tsx'
import { PASSAGE_LANGUAGES } from './passage-languages.ts'
import styles from './text-toolbar.module.css'
import { setBlock, setLanguage } from './tool-commands.ts'
import type { BlockKind, ToolState } from './tool-state.ts'

interface ToolMenuProps {
  readonly editor: Editor
  readonly state: ToolState
}

export function BlockMenu({ editor, state }: ToolMenuProps) {
  const { t } = useLingui()
  const names: Readonly<Record<BlockKind, string>> = {
    paragraph: t`Paragraph`,
    heading3: t`Heading`,
    heading4: t`Small heading`,
  }
  const name = names[state.block]
  return (
    <MenuTrigger>
      <Button className={styles['tool']} aria-label={t`Kind of paragraph: ${name}`}>
        <span className={styles['toolName']}>{name}</span>
        <Icon name="chevron-down" />
      </Button>
      <MenuBox
        align="start"
        data-text-tools=""
        aria-label={t`Kind of paragraph`}
        onAction={(key) => setBlock(editor, key as BlockKind)}
      >
        {Object.entries(names).map(([kind, words]) => (
          <MenuChoice key={kind} id={kind} {...(kind === state.block ? { icon: 'check' } : {})}>
            {words}
          </MenuChoice>
        ))}
      </MenuBox>
    </MenuTrigger>
  )
}

const LIKE_THE_REST = 'rest'

export function LanguageMenu({ editor, state }: ToolMenuProps) {
  const { t } = useLingui()
  const { locale } = useLocale()
  const names = new Intl.DisplayNames([locale], { type: 'language' })
  const inOrder = new Intl.Collator(locale).compare
  const languages = PASSAGE_LANGUAGES.map((tag) => ({ tag, name: names.of(tag) ?? tag })).sort(
    (a, b) => inOrder(a.name, b.name),
  )
  return (
    <MenuTrigger>
      <Button
        className={styles['tool']}
        data-extra="true"
        aria-label={t`Language of the passage`}
        data-pressed-tool={state.language !== null}
      >
        <Icon name="language" />
      </Button>
      <MenuBox
        align="start"
        data-text-tools=""
        aria-label={t`Language of the passage`}
        onAction={(key) => setLanguage(editor, key === LIKE_THE_REST ? null : String(key))}
      >
        <MenuChoice id={LIKE_THE_REST} {...(state.language === null ? { icon: 'check' } : {})}>
          <Trans>Like the rest of the text</Trans>
        </MenuChoice>
        {languages.map(({ tag, name }) => (
          <MenuChoice key={tag} id={tag} {...(tag === state.language ? { icon: 'check' } : {})}>
            {name}
          </MenuChoice>
        ))}
      </MenuBox>
    </MenuTrigger>
  )
}
