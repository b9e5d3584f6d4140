/** Is this a valid Plan by its own types? Says of each thing that is not where it stands. */
import { parseCalendarDate } from '../../shared/calendar-date.ts'
import { isId } from '../../shared/ids.ts'
import { isLanguage } from '../../shared/languages.ts'
import { isCommitment } from '../../shared/plan/commitments.ts'
import { ACTION_TEXTS, type Action, type Owner, type Plan } from '../../shared/plan/plan.ts'
import { parseRank } from '../../shared/plan/rank.ts'
import { isStatus } from '../../shared/plan/status.ts'
import { type Template, templateFieldIds } from '../../shared/templates/template.ts'
import { safeLinkAddress } from '../../shared/text/link-address.ts'
import type { Block, Inline, RichText } from '../../shared/text/rich-text.ts'
import { isTextMarkName, MAX_TEXT_DEPTH } from '../../shared/text/schema.ts'

export function faultsOf(plan: Plan, template: Template): string[] {
  const faults: string[] = []
  const expect = (isSo: boolean, where: string) => {
    if (!isSo) faults.push(where)
  }
  const line = (text: unknown, where: string) => expect(isLine(text), where)
  const date = (value: unknown, where: string) =>
    expect(value === null || parseCalendarDate(value) === value, where)

  expect(Number.isSafeInteger(plan.schema), 'schema')
  line(plan.title, 'title')
  expect(isLanguage(plan.language), 'language')
  date(plan.periodStart, 'periodStart')
  date(plan.periodEnd, 'periodEnd')

  const fieldIds = templateFieldIds(template)
  expect(JSON.stringify(Object.keys(plan.texts)) === JSON.stringify(fieldIds), 'texts')
  for (const fieldId of fieldIds) faults.push(...textFaults(plan.texts[fieldId]!, fieldId))
  for (const action of [...plan.actions, ...plan.deletedActions]) {
    faults.push(...actionFaults(action))
    date(action.start, `${action.id}/start`)
    date(action.due, `${action.id}/due`)
  }
  expect(
    plan.actions.every(({ deletedAtMs }) => deletedAtMs === null),
    'actions deletedAt',
  )
  expect(
    plan.deletedActions.every(({ deletedAtMs }) => Number.isFinite(deletedAtMs)),
    'deletedAt',
  )
  for (const { id, target, kind, label, address } of plan.evidence) {
    expect(isId(id), 'evidence id')
    expect(
      'fieldId' in target ? fieldIds.includes(target.fieldId) : isId(target.actionId),
      'target',
    )
    line(label, 'evidence label')
    expect(label !== '', 'evidence without label')
    expect(kind === 'link' ? safeLinkAddress(address) === address : address === null, 'address')
  }
  return faults
}

function actionFaults(action: Action): string[] {
  const faults = ACTION_TEXTS.flatMap((name) =>
    textFaults(action.texts[name], `${action.id}/${name}`),
  )
  if (!isId(action.id)) faults.push('action id')
  if (!isCommitment(action.commitment)) faults.push('commitment')
  if (parseRank(action.rank) !== action.rank) faults.push('rank')
  if (!isStatus(action.status)) faults.push('status')
  const owners = [...action.owners, ...action.checkIns.map(({ by }) => by)]
  if (!owners.every(isOwner)) faults.push('owner')
  if (new Set(action.owners.map((owner) => JSON.stringify(owner))).size < action.owners.length) {
    faults.push('owner twice')
  }
  for (const { id, date, status, text } of action.checkIns) {
    if (!isId(id) || parseCalendarDate(date) !== date) faults.push('check-in')
    if (!isStatus(status) || !isLine(text)) faults.push('check-in')
  }
  return faults
}

/** By the header of rich-text.ts. */
export function textFaults(text: RichText, where: string): string[] {
  const faults: string[] = []
  const walk = (blocks: RichText, depth: number) => {
    if (depth > MAX_TEXT_DEPTH) faults.push(`${where}: too deep`)
    for (const block of blocks) walkBlock(block, depth)
  }
  const walkBlock = (block: Block, depth: number) => {
    switch (block.type) {
      case 'paragraph':
        return faults.push(...inlineFaults(block.content, where))
      case 'heading':
        if (block.level !== 3 && block.level !== 4) faults.push(`${where}: level`)
        return faults.push(...inlineFaults(block.content, where))
      case 'orderedList':
        if (!Number.isSafeInteger(block.start) || block.start < 0) faults.push(`${where}: start`)
        return block.items.forEach((item) => walk(item, depth + 1))
      case 'bulletList':
        return block.items.forEach((item) => walk(item, depth + 1))
      case 'taskList':
        if (block.items.some(({ checked }) => typeof checked !== 'boolean'))
          faults.push(`${where}: tick`)
        return block.items.forEach(({ content }) => walk(content, depth + 1))
      case 'blockquote':
      case 'callout':
        return walk(block.content, depth + 1)
      default:
        return faults.push(`${where}: unknown block`)
    }
  }
  walk(text, 0)
  return faults
}

function inlineFaults(content: readonly Inline[], where: string): string[] {
  return content.flatMap((inline, index): string[] => {
    if (inline.type === 'hardBreak') return []
    if (inline.type !== 'text' || inline.text === '' || !isClean(inline.text))
      return [`${where}: text`]
    const names = inline.marks.map(({ type }) => type)
    const faults: string[] = []
    if (JSON.stringify(names) !== JSON.stringify([...new Set(names)].sort())) faults.push('marks')
    for (const mark of inline.marks) {
      if (!isTextMarkName(mark.type)) faults.push('mark')
      if (mark.type === 'link' && safeLinkAddress(mark.href) !== mark.href) faults.push('link')
      if (mark.type === 'lang' && !/^[A-Za-z0-9-]{2,45}$/.test(mark.lang)) faults.push('lang')
      const keys = Object.keys(mark).length
      if (keys !== (mark.type === 'link' || mark.type === 'lang' ? 2 : 1)) faults.push('attributes')
    }
    const before = content[index - 1]
    const isSplit =
      before?.type === 'text' && JSON.stringify(before.marks) === JSON.stringify(inline.marks)
    return isSplit ? [...faults, `${where}: runs not joined`] : faults
  })
}

function isOwner(owner: Owner): boolean {
  return owner.kind === 'member' ? isId(owner.memberId) : isLine(owner.name) && owner.name !== ''
}

function isLine(text: unknown): boolean {
  return typeof text === 'string' && text.length <= 300 && text.trim() === text && isClean(text)
}

function isClean(text: string): boolean {
  const isNfc = text.normalize('NFC') === text
  return (
    isNfc &&
    text.isWellFormed() &&
    !/[\u202a-\u202e\u2066-\u2069\u2028\u2029]|(?!\t)\p{Cc}/u.test(text)
  )
}
