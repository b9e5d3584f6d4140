/**
 * Says quietly that there is a newer version of the program, and offers to reload. Asked
 * when the connection is made: a server that was updated had to be started anew.
 */
import { useLingui } from '@lingui/react/macro'
import { useEffect, useEffectEvent } from 'react'
import { hasNewerBuild } from '../open-plan/newer-build.ts'
import { useObservable } from '../open-plan/use-observable.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import { useNotice } from '../ui/notice.tsx'

export function useNewerBuild(): void {
  const { t } = useLingui()
  const isConnected = useObservable(useOpenPlan().connected)
  const show = useNotice()
  const tell = useEffectEvent(() =>
    show({
      words: t`A new version of Samplan is ready.`,
      action: { label: t`Reload the page`, onPress: () => location.reload() },
    }),
  )

  useEffect(() => {
    if (!isConnected) return
    let isOver = false
    const look = async () => {
      if ((await hasNewerBuild()) && !isOver) tell()
    }
    void look()
    return () => {
      isOver = true
    }
  }, [isConnected])
}
