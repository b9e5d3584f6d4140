/**
 * All commands in one list, filtered by what is typed, and where the plan has the
 * words that are typed. Closing it gives the focus back to where it was, and a text
 * its selection: it counts as one of the text's own tools.
 */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Dialog } from 'react-aria-components/Dialog'
import { Header } from 'react-aria-components/Header'
import { Input } from 'react-aria-components/Input'
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { TextField } from 'react-aria-components/TextField'
import { chordWords } from '../ui/chords.ts'
import { Icon } from '../ui/icon.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import type { Command } from './command.ts'
import { noteCommand, recentCommands } from './recent-commands.ts'
import { listCommands } from './list-commands.ts'
import styles from './palette.module.css'

interface PaletteProps {
  readonly commands: readonly Command[]
  /** Where the plan has these words. */
  readonly findInPlan: (search: string) => readonly Command[]
  readonly onClose: () => void
}

export function Palette({ commands, findInPlan, onClose }: PaletteProps) {
  const { t } = useLingui()
  const [search, setSearch] = useState('')
  const isMouseStill = useStillMouse(search)
  const [recent] = useState(recentCommands)
  const found = findInPlan(search)
  const groups = [
    ...listCommands(commands, search, recent),
    ...(found.length > 0 ? [{ group: 'found' as const, commands: found }] : []),
  ]
  const shown = groups.flatMap((group) => group.commands)
  const count = shown.length

  const choose = (key: string | number) => {
    const command = shown.find(({ id }) => id === key)
    if (!command) return
    if (!found.includes(command)) noteCommand(command)
    if (command.isImmediate) command.run()
    onClose()
    if (!command.isImmediate) whenFocusIsBack(command.run)
  }
  // The list marks its first command half a second after the last letter; Enter may be quicker.
  const chooseFirst = ({ key, target, nativeEvent }: KeyboardEvent) => {
    const [first] = shown
    const isMarked = (target as HTMLElement).hasAttribute('aria-activedescendant')
    if (key === 'Enter' && !nativeEvent.isComposing && !isMarked && first) choose(first.id)
  }
  return (
    <ModalOverlay
      className={styles['overlay']}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      isDismissable
    >
      <Modal className={styles['box']}>
        <Dialog className={styles['dialog']} aria-label={t`All commands`} data-text-tools="">
          <Autocomplete inputValue={search} onInputChange={setSearch}>
            <TextField
              className={styles['field']}
              aria-label={t`What are you looking for?`}
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- the one thing that the dialog asks for
              autoFocus
            >
              <Icon name="search" />
              <Input
                className={styles['input']}
                onKeyDownCapture={chooseFirst}
                placeholder={t`Find a command, a place or words in the plan`}
              />
            </TextField>
            {/* It scrolls, so the keyboard must reach it, though the focus is in the field. */}
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
            <div className={styles['list']} tabIndex={0} data-mouse-still={isMouseStill}>
              <Menu
                aria-label={t`Commands`}
                onAction={choose}
                renderEmptyState={() => (
                  <p className={styles['nothing']}>
                    <Trans>Nothing has these words. Try fewer, or others.</Trans>
                  </p>
                )}
              >
                {groups.map(({ group, commands: inGroup }) => (
                  <Group key={group} group={group} commands={inGroup} />
                ))}
              </Menu>
            </div>
          </Autocomplete>
          <output>
            <VisuallyHidden>
              {search !== '' && <Plural value={count} one="# result" other="# results" />}
            </VisuallyHidden>
          </output>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

interface GroupProps {
  readonly group: ReturnType<typeof listCommands>[number]['group'] | 'found'
  readonly commands: readonly Command[]
}

function Group({ group, commands }: GroupProps) {
  const { t } = useLingui()
  const names: Readonly<Record<GroupProps['group'], string>> = {
    recent: t`Used last`,
    text: t`In the text`,
    action: t`The open action`,
    plan: t`The plan`,
    go: t`Go to`,
    here: t`On the page`,
    fitting: t`Commands and places`,
    found: t`In the words of the plan`,
  }
  return (
    <MenuSection className={styles['group']}>
      <Header className={styles['header']}>{names[group]}</Header>
      {commands.map(({ id, words, icon, hint, chord }) => (
        <MenuItem key={id} id={id} textValue={words} className={styles['command']}>
          <span className={styles['icon']}>{icon && <Icon name={icon} />}</span>
          <span className={styles['words']}>
            {words}
            {hint && <span className={styles['hint']}>{hint}</span>}
          </span>
          {chord && <kbd className={styles['keys']}>{chordWords(chord)}</kbd>}
        </MenuItem>
      ))}
    </MenuSection>
  )
}

/** The closed dialog gives it back in the next frame. */
function whenFocusIsBack(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act))
}

/**
 * Has the mouse not moved since these words were typed? Then the row that happens to lie
 * under it is not meant. Fingers do not hover.
 */
function useStillMouse(search: string): boolean {
  const [stillFor, setStillFor] = useState<string | null>(search)
  const [lastSearch, setLastSearch] = useState(search)
  if (search !== lastSearch) {
    setLastSearch(search)
    setStillFor(search)
  }
  useEffect(() => {
    const onMove = ({ movementX, movementY }: PointerEvent) => {
      if (movementX !== 0 || movementY !== 0) setStillFor(null)
    }
    addEventListener('pointermove', onMove)
    return () => removeEventListener('pointermove', onMove)
  }, [])
  return stillFor === search && matchMedia('(hover: hover)').matches
}
