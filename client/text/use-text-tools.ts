/**
 * Every tool of a rich text as data: what the slash menu, the list of all commands
 * and the page of shortcuts draw from.
 */
import { useLingui } from '@lingui/react/macro'
import type { Editor } from '@tiptap/core'
import { useLocale } from 'react-aria-components/I18nProvider'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import type { IconName } from '../ui/icon.tsx'
import { PASSAGE_LANGUAGES } from './passage-languages.ts'
import { textEditingOf } from './text-editing.ts'
import { TEXT_KEYS } from './text-keys.ts'
import { insertWords, setBlock, setLanguage, toggle } from './tool-commands.ts'

export interface TextTool {
  readonly id: string
  readonly words: string
  /** Other words people look for, whatever language the page is in. */
  readonly also: string
  readonly icon?: IconName
  /** As in TEXT_KEYS. */
  readonly chord?: string
  /**
   * 'first': in the slash menu from the start; 'found': when its words are typed; 'none': not in
   * it.
   */
  readonly inSlashMenu: 'first' | 'found' | 'none'
  readonly run: (editor: Editor) => void
}

export function useTextTools(): readonly TextTool[] {
  const { t } = useLingui()
  const { locale } = useLocale()
  const plan = useOpenPlan()
  const { today } = plan.entry.school
  const languageNames = new Intl.DisplayNames([locale], { type: 'language' })
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${today}T00:00:00Z`),
  )

  return [
    {
      id: 'heading3',
      words: t`Heading`,
      also: 'heading title overskrift tittel h3',
      icon: 'heading',
      chord: TEXT_KEYS.heading3,
      inSlashMenu: 'first',
      run: (editor) => setBlock(editor, 'heading3'),
    },
    {
      id: 'heading4',
      words: t`Small heading`,
      also: 'small heading subheading liten overskrift mellomtittel undertittel h4',
      icon: 'small-heading',
      chord: TEXT_KEYS.heading4,
      inSlashMenu: 'first',
      run: (editor) => setBlock(editor, 'heading4'),
    },
    {
      id: 'bulletList',
      words: t`Bullet list`,
      also: 'bullet list points kulepunkt punktliste ul',
      icon: 'bullet-list',
      chord: TEXT_KEYS.bulletList,
      inSlashMenu: 'first',
      run: (editor) => toggle(editor, 'bulletList'),
    },
    {
      id: 'orderedList',
      words: t`Numbered list`,
      also: 'numbered ordered list nummerert liste ol 1',
      icon: 'numbered-list',
      chord: TEXT_KEYS.orderedList,
      inSlashMenu: 'first',
      run: (editor) => toggle(editor, 'orderedList'),
    },
    {
      id: 'taskList',
      words: t`Check list`,
      also: 'check list task todo checkbox sjekkliste avkryssing gjøremål huskeliste',
      icon: 'check-list',
      chord: TEXT_KEYS.taskList,
      inSlashMenu: 'first',
      run: (editor) => toggle(editor, 'taskList'),
    },
    {
      id: 'blockquote',
      words: t`Quote`,
      also: 'quote citation sitat',
      icon: 'quote',
      chord: TEXT_KEYS.blockquote,
      inSlashMenu: 'first',
      run: (editor) => toggle(editor, 'blockquote'),
    },
    {
      id: 'callout',
      words: t`Callout`,
      also: 'callout box note important boks ramme merk viktig',
      icon: 'callout',
      inSlashMenu: 'first',
      run: (editor) => toggle(editor, 'callout'),
    },
    {
      id: 'link',
      words: t`Link`,
      also: 'link address url lenke lenkje adresse nettside',
      icon: 'link',
      chord: TEXT_KEYS.link,
      inSlashMenu: 'first',
      run: () => textEditingOf(plan).setLinking(true),
    },
    {
      id: 'today',
      words: t`Today’s date: ${date}`,
      also: 'today date now dagens dato i dag',
      icon: 'calendar',
      inSlashMenu: 'first',
      run: (editor) => insertWords(editor, date),
    },
    {
      id: 'paragraph',
      words: t`Paragraph`,
      also: 'paragraph plain text body avsnitt brødtekst vanlig',
      icon: 'pen',
      chord: TEXT_KEYS.paragraph,
      inSlashMenu: 'found',
      run: (editor) => setBlock(editor, 'paragraph'),
    },
    {
      id: 'bold',
      words: t`Bold`,
      also: 'bold strong fet halvfet feit',
      chord: TEXT_KEYS.bold,
      inSlashMenu: 'none',
      run: (editor) => toggle(editor, 'bold'),
    },
    {
      id: 'italic',
      words: t`Italic`,
      also: 'italic emphasis kursiv',
      chord: TEXT_KEYS.italic,
      inSlashMenu: 'none',
      run: (editor) => toggle(editor, 'italic'),
    },
    {
      id: 'underline',
      words: t`Underline`,
      also: 'underline understrek',
      chord: TEXT_KEYS.underline,
      inSlashMenu: 'none',
      run: (editor) => toggle(editor, 'underline'),
    },
    {
      id: 'strike',
      words: t`Strike through`,
      also: 'strike through gjennomstrek overstrek',
      chord: TEXT_KEYS.strike,
      inSlashMenu: 'none',
      run: (editor) => toggle(editor, 'strike'),
    },
    ...PASSAGE_LANGUAGES.map((tag): TextTool => {
      const language = languageNames.of(tag) ?? tag
      return {
        id: `language-${tag}`,
        words: t`Language of the passage: ${language}`,
        also: 'language språk',
        icon: 'language',
        inSlashMenu: 'found',
        run: (editor) => setLanguage(editor, tag),
      }
    }),
    {
      id: 'language-rest',
      words: t`Language of the passage: like the rest of the text`,
      also: 'language språk',
      icon: 'language',
      inSlashMenu: 'found',
      run: (editor) => setLanguage(editor, null),
    },
  ]
}
