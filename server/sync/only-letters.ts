/**
 * Is a change nothing but typing? Told from the decoded structs; what it is good
 * for is that whoever reads whole plans need not do so after every letter.
 */
import * as Y from 'yjs'
import type { DecodedUpdate } from './decode-update.ts'

/** Letters, marks and their deletion, in texts that are there already. No key, no element, no value. */
export function isOnlyLetters({ structs }: DecodedUpdate): boolean {
  for (const block of structs.values()) {
    for (const struct of block) if (struct instanceof Y.Item && !isLetters(struct)) return false
  }
  return true
}

function isLetters({ content, parentSub }: Y.Item): boolean {
  if (parentSub !== null) return false
  return (
    content instanceof Y.ContentString ||
    content instanceof Y.ContentFormat ||
    content instanceof Y.ContentDeleted
  )
}
