/** The four words for how far an action has come. */
import { useLingui } from '@lingui/react/macro'
import type { Status } from '../../shared/plan/status.ts'

export function useStatusWords(): Readonly<Record<Status, string>> {
  const { t } = useLingui()
  return {
    planned: t`Planned`,
    started: t`Started`,
    done: t`Done`,
    stopped: t`Stopped`,
  }
}
