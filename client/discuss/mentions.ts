/**
 * Mentions in what is said: stored as `@{memberId}`, so that they follow a person who is
 * called something else later; written and shown as `@Name`. Pure.
 */
import { bodyPieces, mentionText } from '../../shared/discuss/mentions.ts'
import { isId } from '../../shared/ids.ts'

interface Named {
  readonly memberId: string
  readonly name: string
}

export interface BodyPart {
  readonly kind: 'words' | 'mention'
  readonly text: string
}

/** What was said in parts. A mention of somebody who is not known stays as it was written. */
export function partsOfBody(body: string, mentions: readonly Named[]): readonly BodyPart[] {
  return bodyPieces(body).map((piece) => {
    if (typeof piece === 'string') return { kind: 'words', text: piece }
    const name = mentions.find(({ memberId }) => memberId === piece.memberId)?.name
    return name === undefined
      ? { kind: 'words', text: mentionText(piece.memberId) }
      : { kind: 'mention', text: `@${name}` }
  })
}

/** As it stands in the box while it is written. */
export function writtenBody(body: string, mentions: readonly Named[]): string {
  return partsOfBody(body, mentions)
    .map(({ text }) => text)
    .join('')
}

/** Members as they are written: of those who are called the same, each with a number. */
export function distinctlyNamed<Member extends Named>(
  people: readonly Member[],
): readonly Member[] {
  return people.map((member) => {
    const namesakes = people.filter(({ name }) => name === member.name)
    if (namesakes.length === 1) return member
    // By the id: a number stays with its person while others come and go on the page.
    const inOrder = namesakes.map(({ memberId }) => memberId).toSorted()
    return { ...member, name: `${member.name} (${inOrder.indexOf(member.memberId) + 1})` }
  })
}

/** As it is sent. The longest name first: one may begin with another; and none ends within a word. */
export function bodyToSend(written: string, people: readonly Named[]): string {
  const inOrder = people.toSorted((a, b) => b.name.length - a.name.length)
  let body = written
  for (const { memberId, name } of inOrder) {
    const whole = new RegExp(`@${escaped(name)}(?![\\p{L}\\p{M}\\p{N}])`, 'gu')
    if (isId(memberId)) body = body.replace(whole, mentionText(memberId))
  }
  return body
}

function escaped(name: string): string {
  return name.replace(/[$()*+./?[\\\]^{|}]/g, '\\$&')
}

/** What somebody is typing a name behind. */
export interface MentionTyped {
  /** Where the @ is. */
  readonly from: number
  readonly search: string
}

/** null: the caret is behind no @ that a name could follow. */
export function mentionTyped(written: string, caret: number): MentionTyped | null {
  const match = /(?:^|[\s(])@([\p{L}\p{M}'’-]{0,30}(?: [\p{L}\p{M}'’-]{0,30})?)$/u.exec(
    written.slice(0, caret),
  )
  if (!match) return null
  const search = match[1] ?? ''
  return { from: caret - search.length - 1, search }
}
