/** Coming in as somebody who has been here before, and the ways that one has. */
import type {
  LinkSignIn,
  MailSignIn,
  MyWays,
  NewEmail,
  NewEmailDone,
  NewPassword,
  PasswordSignIn,
  ProviderPage,
  ProviderSignIn,
  SignedInTo,
  SignInWays,
} from '../../shared/api/sign-in.ts'
import { request } from './request.ts'

/** Which doors this server has. */
export function fetchSignInWays(): Promise<SignInWays> {
  return request('/api/sign-in/ways')
}

export function signInByPassword(typed: PasswordSignIn): Promise<SignedInTo> {
  return request('/api/sign-in/password', { method: 'POST', body: typed })
}

/** Answers the same whether the address is known or not. */
export function askForLink(wanted: MailSignIn): Promise<void> {
  return request('/api/sign-in/mail', { method: 'POST', body: wanted })
}

/** Uses a link up that works once. */
export function signInByLink(link: LinkSignIn): Promise<SignedInTo> {
  return request('/api/sign-in/link', { method: 'POST', body: link })
}

/** The page of the provider to go to. */
export function beginAtProvider(wanted: ProviderSignIn): Promise<ProviderPage> {
  return request('/api/sign-in/provider', { method: 'POST', body: wanted })
}

export function fetchMyWays(): Promise<MyWays> {
  return request('/api/me/ways')
}

export function changeMyEmail(email: NewEmail): Promise<NewEmailDone> {
  return request('/api/me/email', { method: 'PUT', body: email })
}

export function confirmMyEmail(token: string): Promise<void> {
  return request('/api/me/email/confirm', { method: 'POST', body: { token } })
}

/** Signs out everywhere but here. */
export function changeMyPassword(password: NewPassword): Promise<void> {
  return request('/api/me/password', { method: 'PUT', body: password })
}

/** The page of the provider to go to, to connect it to me. */
export function connectProvider(): Promise<ProviderPage> {
  return request('/api/me/provider', { method: 'POST' })
}
