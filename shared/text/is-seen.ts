/**
 * Is there anything in this text that one can see? Blanks are not, nor letters that are drawn as
 * nothing (U+200B, U+3164, U+2800): a name made of them names nobody.
 */
export function isSeen(text: string): boolean {
  return /(?!\p{Default_Ignorable_Code_Point}|\u2800)[\p{L}\p{N}\p{S}\p{P}]/u.test(text)
}
