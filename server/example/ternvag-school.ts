/** The example school's texts before and after the five commitments. */
import type { RichText } from '../../shared/text/rich-text.ts'
import { bold, bullets, callout, heading, p, tasks, ticked, unticked } from './rich.ts'

export const ABOUT: RichText = [
  p(`Ternvåg skole ligger ytterst mot havet i Ternvåg kommune, på kysten av Nordland. Vi er en
    1–10-skole med 312 elever og 38 ansatte. Elevene snakker til sammen 14 språk hjemme, og
    11 elever har opplæring i samisk.`),
  p(`Vi begynte med eTwinning i 2019. I dag er ni lærere aktive. I november 2024 fikk vi nasjonalt
    kvalitetsmerke for et av prosjektene våre, og i 2026 og 2027 er vi eTwinning-skole.`),
  callout(
    p(
      bold('Slik leser du planen: '),
      `«Slik gjør vi det i dag» beskriver skolen i februar 2026, da vi skrev planen. Våren gikk med
      til søknaden, så tiltakene starter i august 2026. Det som har skjedd siden, står i
      statusmeldingene på hvert tiltak.`,
    ),
  ),
]

export const VISION: RichText = [
  p(`Når planperioden er over, skal eTwinning ikke lenger være for noen få lærere, men en vanlig
    måte å arbeide på hos oss. Da har vi fått til dette:`),
  bullets([
    p('Tre av fire elever har vært med minst én gang, også de yngste.'),
    p('Elevene får svar når de foreslår noe, og svaret kommer mens det ennå betyr noe for dem.'),
    p('Språkene elevene kan, blir brukt i timene og ikke bare vist fram.'),
    p('En naboskole er i gang med sitt første prosjekt.'),
  ]),
  p(`Rødnebbterna hekker på holmene utenfor skolen og flyr hvert år halve jorda rundt. Det er et
    godt bilde på det vi vil: Elevene våre skal kjenne verden og vite hvor de hører hjemme.`),
]

export const SAFETY: RichText = [
  p(`Vi laget nettreglene sammen med elevene i 2024. Hver februar har alle klasser en egen time om
    nettvett, der de går gjennom reglene og foreslår endringer.`),
  heading('Dette har vi avtalt'),
  bullets([
    p(`Vi ber om samtykke før bildet blir tatt. For elever under 15 år er det foresatte som
      svarer, også når bildet bare skal brukes i en lukket gruppe.`),
    p('Samtykkelista fornyer vi hver august.'),
    p('I prosjektene bruker elevene fornavn eller kallenavn, aldri fullt navn.'),
    p('Fra januar 2027 bruker vi ikke bilder av ansikter som dokumentasjon.'),
  ]),
  callout(
    p(
      bold('Dette mangler: '),
      `SFO har ingen rutine for bilder. Vi spør SFO-leder Anne-Grete Moen om å lage en sammen med
      oss.`,
    ),
  ),
  p(`Bilal Chaudhry er digitalansvarlig. Det er han elever og ansatte går til hvis noe går galt på
    nett.`),
]

export const FOLLOW_UP: RichText = [
  p('Planen skal brukes mellom søknadene også. Derfor ser vi på den til faste tider:'),
  bullets([
    p(bold('August: '), 'Teamene leser planen på planleggingsdagen og foreslår endringer.'),
    p(bold('November: '), 'Hver ansvarlig skriver en kort statusmelding på tiltakene sine.'),
    p(
      bold('Januar: '),
      'Rektor leder halvveismøtet, elevrådet uttaler seg, og planen blir godkjent på nytt.',
    ),
    p(bold('Mai: '), 'Vi teller, ser på hva som virket, og bestemmer hva vi tar med videre.'),
  ]),
  p(`Når et tiltak er forsinket, skriver den ansvarlige hvorfor, hvem som hjelper til, og hvilken ny
    frist vi trenger. Før sommeren legger vi fram resultatet for samarbeidsutvalget og FAU.`),
  heading('Halvveis: fram mot 12. februar 2027'),
  tasks([
    ticked('Uttalelse fra elevrådet, 14. januar'),
    ticked('Svar til elevrådet, 18. januar'),
    unticked('Drøfting av fellestida i MBM, 26. januar'),
    unticked('Svar fra alle som skal godkjenne, 12. februar'),
  ]),
]
