/** Who I am: asked once and kept; remembered on the device so that a plan opens offline. */
import type { Me } from '../../shared/api/me.ts'
import type { Language } from '../../shared/languages.ts'
import { forgetAll, rememberedOr } from './remembered.ts'
import { request } from './request.ts'

/** Answers signed-out people too, with `user: null`. */
export function fetchMe(): Promise<Me> {
  return rememberedOr(
    'me',
    () => request<Me>('/api/me'),
    ({ user }) => user?.userId ?? null,
  )
}

/** The language I want the interface in, from now on and everywhere. */
export function saveMyLanguage(language: Language): Promise<void> {
  return request('/api/me/language', { method: 'PUT', body: { language } })
}

/** What I am called, in all my schools. */
export function saveMyName(name: string): Promise<void> {
  return request('/api/me/name', { method: 'PUT', body: { name } })
}

/** Ends the session. What was remembered on this device goes too. */
export async function signOut(): Promise<void> {
  await request('/api/sign-out', { method: 'POST' })
  forgetAll()
}
