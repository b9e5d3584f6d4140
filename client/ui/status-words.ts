/** The four words for how far an action has come, alone and with a number. */
import { plural } from '@lingui/core/macro'
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

/** '3 planned': a whole phrase, for in many languages the word bends with the number. */
export function useStatusCount(): (status: Status, count: number) => string {
  const { t } = useLingui()
  return (status, count) => {
    switch (status) {
      case 'planned':
        return t`${plural(count, { one: '# planned', other: '# planned' })}`
      case 'started':
        return t`${plural(count, { one: '# started', other: '# started' })}`
      case 'done':
        return t`${plural(count, { one: '# done', other: '# done' })}`
      case 'stopped':
        return t`${plural(count, { one: '# stopped', other: '# stopped' })}`
    }
  }
}
