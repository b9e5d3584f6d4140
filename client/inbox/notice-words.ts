/** What somebody did, as a sentence. */
import { useLingui } from '@lingui/react/macro'
import type { Notification } from '../../shared/api/inbox.ts'

/** @returns the sentence for a notification. */
export function useNoticeWords(): (notice: Pick<Notification, 'kind' | 'by'>) => string {
  const { t } = useLingui()
  return ({ kind, by: { name } }) => {
    switch (kind) {
      case 'mention':
        return t`${name} mentioned you`
      case 'assigned':
        return t`${name} asked you to see to a comment`
      case 'reply':
        return t`${name} answered a comment that you take part in`
      case 'thread':
        return t`${name} wrote a comment`
      case 'suggestion':
        return t`${name} made a suggestion`
      case 'accepted':
        return t`${name} accepted your suggestion`
      case 'refused':
        return t`${name} declined your suggestion`
      case 'taken-back':
        return t`${name} took back that your suggestion was accepted`
      case 'decision':
        return t`${name} wrote down a decision`
    }
  }
}
