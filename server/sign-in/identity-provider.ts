/**
 * Port: the place where a school's people sign in already (Feide, Entra, Keycloak).
 *
 * server/doors implements it with OpenID Connect. What somebody is called and in
 * which groups they are is what the provider says today; who they are is issuer
 * and subject, never an e-mail address.
 */

/** What binds the answer to the question; each is unguessable. */
export interface AttemptSecrets {
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
}

export interface ProviderClaims {
  readonly issuer: string
  readonly subject: string
  readonly name: string | null
  readonly groups: readonly string[] | null
  /** Did they sign in there just now, and not some time ago? As the provider says; unsaid is no. */
  readonly isFresh: boolean
}

/** 'anew': the provider is to ask who it is, whether it knows them already or not. */
export type Asking = 'as-usual' | 'anew'

export interface IdentityProvider {
  /** What people know it as: on the button. */
  readonly name: string
  readonly issuer: string
  /** Where the browser goes. 'unavailable': the provider does not answer just now. */
  signInUrl(secrets: AttemptSecrets, asking: Asking): Promise<URL | 'unavailable'>
  /**
   * Who came back. 'refused': the provider said no, or what came does not belong to this attempt.
   *
   * @param callback the whole address that the browser was sent back to.
   */
  whoCame(
    callback: URL,
    secrets: AttemptSecrets,
  ): Promise<ProviderClaims | 'refused' | 'unavailable'>
}
