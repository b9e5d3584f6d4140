/** A text with what changed in it: blocks, items of lists, and the words inside. */
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { BlockChange, Line, TextDifference } from '../../shared/text/compare-texts.ts'
import prose from '../text/prose.module.css'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { ChangeNote } from './changed.tsx'
import { LineDifference } from './line-difference.tsx'
import { ListDifference } from './list-difference.tsx'
import styles from './text-difference.module.css'
import { Still, Whole } from './whole-text.tsx'

interface TextDifferenceProps {
  readonly difference: TextDifference
  /** Blocks that did not change are shown too; otherwise dots stand for them. */
  readonly isWhole: boolean
}

/** In the setting of the plan's texts. */
export function TextDifferenceBox(props: TextDifferenceProps) {
  return (
    <div className={`${prose['prose']} ${styles['box']}`} data-kind="rich">
      <Blocks {...props} />
    </div>
  )
}

/** The blocks alone, for what holds them already. */
export function Blocks({ difference, isWhole }: TextDifferenceProps) {
  return difference.map((change, at) => {
    if (change.kind !== 'same' || isWhole) {
      return <Block key={at} change={change} isWhole={isWhole} />
    }
    return difference[at - 1]?.kind === 'same' ? null : <Skipped key={at} />
  })
}

/** Blocks that did not change stand here. */
function Skipped() {
  return (
    <p className={styles['skipped']}>
      <span aria-hidden="true">…</span>
      <VisuallyHidden>
        <Trans>Unchanged text is left out</Trans>
      </VisuallyHidden>
    </p>
  )
}

interface BlockProps {
  readonly change: BlockChange
  readonly isWhole: boolean
}

function Block({ change, isWhole }: BlockProps) {
  switch (change.kind) {
    case 'same':
      return <Still text={[change.block]} />
    case 'gone':
    case 'new':
      return <Whole kind={change.kind} text={[change.block]} isMoved={change.isMoved} />
    case 'line':
      return (
        <LineTag line={change.after}>
          <LineKind before={change.before} after={change.after} />
          <LineDifference runs={change.runs} />
        </LineTag>
      )
    case 'list':
      return (
        <ListDifference
          change={change}
          renderInner={(inner, isWanted) => (
            <Blocks difference={inner} isWhole={isWhole || isWanted} />
          )}
        />
      )
    case 'box': {
      const inner = <Blocks difference={change.inner} isWhole={isWhole} />
      const isOther = change.before.type !== change.after.type
      return change.after.type === 'blockquote' ? (
        <blockquote>
          {isOther && (
            <ChangeNote>
              <Trans>Was a note</Trans>
            </ChangeNote>
          )}
          {inner}
        </blockquote>
      ) : (
        <div data-callout="" role="note">
          {isOther && (
            <ChangeNote>
              <Trans>Was a quote</Trans>
            </ChangeNote>
          )}
          {inner}
        </div>
      )
    }
  }
}

function LineTag({ line, children }: { readonly line: Line; readonly children: ReactNode }) {
  if (line.type === 'paragraph') return <p>{children}</p>
  return line.level === 3 ? <h3>{children}</h3> : <h4>{children}</h4>
}

function LineKind({ before, after }: { readonly before: Line; readonly after: Line }) {
  const [was, is] = [before, after].map((line) => (line.type === 'heading' ? line.level : null))
  if (was === is) return null
  return (
    <ChangeNote>
      {was === null && <Trans>Was ordinary text</Trans>}
      {was === 3 && <Trans>Was a heading</Trans>}
      {was === 4 && <Trans>Was a small heading</Trans>}
    </ChangeNote>
  )
}
