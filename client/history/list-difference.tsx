/** A list with what changed in it: items that came, went and moved, ticks, the kind of list. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type {
  BlockChange,
  Item,
  ItemChange,
  List,
  TextDifference,
} from '../../shared/text/compare-texts.ts'
import { plainText } from '../../shared/text/plain-text.ts'
import { ChangeNote } from './changed.tsx'
import { Still, Whole } from './whole-text.tsx'

interface ListDifferenceProps {
  readonly change: Extract<BlockChange, { readonly kind: 'list' }>
  /** What changed inside an item; `isWanted`: all of it, whatever else is left out. */
  readonly renderInner: (inner: TextDifference, isWanted: boolean) => ReactNode
}

export function ListDifference({ change, renderInner }: ListDifferenceProps) {
  const { before, after, items } = change
  return (
    <>
      <ListKind before={before} after={after} />
      <ListTag list={after}>
        {items.map((item, at) => (
          <ListItem key={at} item={itemAfter(item)}>
            <ItemContent change={item} renderInner={renderInner} />
          </ListItem>
        ))}
      </ListTag>
    </>
  )
}

interface ItemContentProps extends Pick<ListDifferenceProps, 'renderInner'> {
  readonly change: ItemChange
}

function ItemContent({ change, renderInner }: ItemContentProps) {
  if (change.kind === 'same') return <Still text={change.item.content} />
  if (change.kind !== 'changed') {
    return <Whole kind={change.kind} text={change.item.content} isMoved={change.isMoved} />
  }
  const { before, after, inner } = change
  const isTick =
    before.checked !== null && after.checked !== null && before.checked !== after.checked
  return (
    <>
      {isTick && (
        <ChangeNote>
          {after.checked ? <Trans>Ticked off</Trans> : <Trans>Not ticked off any more</Trans>}
        </ChangeNote>
      )}
      {renderInner(inner, isTick)}
    </>
  )
}

function itemAfter(change: ItemChange): Item {
  return change.kind === 'changed' ? change.after : change.item
}

function ListTag({ list, children }: { readonly list: List; readonly children: ReactNode }) {
  if (list.type === 'orderedList') return <ol start={list.start}>{children}</ol>
  if (list.type === 'taskList') return <ul data-type="taskList">{children}</ul>
  return <ul>{children}</ul>
}

function ListItem({ item, children }: { readonly item: Item; readonly children: ReactNode }) {
  const { t } = useLingui()
  if (item.checked === null) return <li>{children}</li>
  const words = plainText(item.content)
  return (
    <li data-type="taskItem" data-checked={item.checked}>
      <label>
        <input
          type="checkbox"
          checked={item.checked}
          readOnly
          disabled
          aria-label={words === '' ? t`Done` : t`Done: ${words}`}
        />
      </label>
      <div>{children}</div>
    </li>
  )
}

function ListKind({ before, after }: { readonly before: List; readonly after: List }) {
  if (before.type === after.type) return null
  return (
    <p>
      <ChangeNote>
        {before.type === 'bulletList' && <Trans>Was a list with bullets</Trans>}
        {before.type === 'orderedList' && <Trans>Was a list with numbers</Trans>}
        {before.type === 'taskList' && <Trans>Was a list with boxes to tick</Trans>}
      </ChangeNote>
    </p>
  )
}
