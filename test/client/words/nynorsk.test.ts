/** Nynorsk as a nynorsk teacher writes it: what a machine can see of that. */
import { describe, expect, it } from 'vitest'
import { type Kind, readEntries } from '../../../shared/words/translators-file.ts'

const SOURCES = {
  interface: saidIn('pages'),
  template: saidIn('template'),
  server: saidIn('server'),
}

/** Forms that only bokmål has, or that the chosen norm does not use (skule, e-infinitive, a-verbs). */
const BOKMÅL =
  /(?<!\p{L})(?:ikke|hva|hvem|hvor|hvordan|hvilken|hvilke|hvilket|hver|hvert|hvis|fra|bare|mer|noe|noen|jeg|være|ble|gjør|sier|vet|uke|uker|måned|siden|nå|enda|ennå|sammen|selv|mye|eget|begynne|deres|dere|dem|hun|henne|skole\p{L}*|lærere\p{L}*|elevene\p{L}*|navn\p{L}*|lenke(?:n|r)?|forpliktelse\p{L}*|ansvarlig\p{L}*|forsinket|lagret|slettet|stanset|åpne\p{L}*)(?!\p{L})/iu

/** A verb in -s outside a modal construction is a passive; these words only look like one. */
const S_WORDS = new Set(['felles', 'utkast', 'dømes', 'lyngnes'])

describe.each(Object.entries(SOURCES))('nynorsk in the %s', (_, texts) => {
  it('uses no bokmål', () => {
    expect(texts.filter((text) => BOKMÅL.test(text))).toEqual([])
  })

  it('has no s-passive, and the st-passive only after a modal verb', () => {
    const passives = texts.filter((text) =>
      [...text.matchAll(/(?<!\p{L})(?:(\p{L}+) )?(\p{L}{3,}(?:es|ast))(?!\p{L})/giu)].some(
        ([, before = '', word = '']) =>
          !S_WORDS.has(word.toLowerCase()) && !/^(?:kan|skal|må|bør|vil)$/i.test(before),
      ),
    )

    expect(passives).toEqual([])
  })

  it('has no words in -else or -het', () => {
    expect(
      texts.filter((text) => /\p{L}{3,}(?:else[nr]?|elsar|het(?:en|er)?)(?!\p{L})/iu.test(text)),
    ).toEqual([])
  })

  it('never says «de» or «dykk» to the reader', () => {
    expect(texts.filter((text) => /(?<!\p{L})(?:de|dykk|dykkar)(?!\p{L})/iu.test(text))).toEqual([])
  })
})

/** What is filled in has names of ours, which are English. */
function saidIn(kind: Kind): readonly string[] {
  return readEntries('nn')
    .filter((entry) => entry.kind === kind)
    .map(({ said }) => said.replace(/\{\w+\}/g, '{}'))
}
