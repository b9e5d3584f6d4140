/** Where a file that was taken out is: the browser keeps it, and seldom says so. */
import { useLingui } from '@lingui/react/macro'
import { useNotice } from '../ui/notice.tsx'

export function useTellWhereItIs(): () => void {
  const { t } = useLingui()
  const showNotice = useNotice()
  return () => showNotice({ words: t`You find the file among your browser’s downloads` })
}
