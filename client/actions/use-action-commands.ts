/** The commands of action-commands over the open plan of this page. */
import { useMemo } from 'react'
import { readPlan } from '../../shared/plan/read-plan.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import { type ActionCommands, createActionCommands } from './action-commands.ts'
import { useActionSetting } from './action-setting.ts'

export function useActionCommands(): ActionCommands {
  const openPlan = useOpenPlan()
  const { template } = useActionSetting()
  return useMemo(
    () => createActionCommands(openPlan, () => readPlan(openPlan.doc, template).plan),
    [openPlan, template],
  )
}
