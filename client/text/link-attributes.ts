/** Every link of a text is opened elsewhere, and without telling the other side where from. */
export const LINK_ATTRIBUTES = { target: '_blank', rel: 'noopener noreferrer nofollow' } as const
