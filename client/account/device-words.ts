/** A device in words: 'Firefox on Windows'. Names of products are the same in every language. */
import { useLingui } from '@lingui/react/macro'
import type { Browser, Device, System } from '../../shared/api/sessions.ts'

const BROWSER_NAMES: Readonly<Record<Exclude<Browser, 'other'>, string>> = {
  chrome: 'Chrome',
  edge: 'Edge',
  firefox: 'Firefox',
  safari: 'Safari',
  opera: 'Opera',
  samsung: 'Samsung Internet',
}

const SYSTEM_NAMES: Readonly<Record<Exclude<System, 'other'>, string>> = {
  windows: 'Windows',
  mac: 'Mac',
  linux: 'Linux',
  chromebook: 'Chromebook',
  android: 'Android',
  iphone: 'iPhone',
  ipad: 'iPad',
}

export function useDeviceWords(): (device: Device) => string {
  const { t } = useLingui()
  return ({ browser, system }) => {
    const browserName = browser === 'other' ? t`A browser` : BROWSER_NAMES[browser]
    if (system === 'other') return browserName
    const systemName = SYSTEM_NAMES[system]
    return t`${browserName} on ${systemName}`
  }
}
