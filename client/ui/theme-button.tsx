/** Switches between light and dark, and says which it will be. */
import { useLingui } from '@lingui/react/macro'
import { IconButton } from './icon-button.tsx'
import { useTheme } from './theme.ts'

export function ThemeButton() {
  const { t } = useLingui()
  const { theme, setTheme } = useTheme()
  const isDark = theme === 'dark'
  return (
    <IconButton
      icon={isDark ? 'sun' : 'moon'}
      label={isDark ? t`Switch to light` : t`Switch to dark`}
      onPress={() => setTheme(isDark ? 'light' : 'dark')}
    />
  )
}
