/**
 * Words that people take for a password, and that are therefore tried first: the
 * most usual ones of the world and of Norwegian schools. Without the years and
 * signs that stand about them; password-rules.ts takes those off.
 */

export const COMMON_PASSWORD_STEMS: ReadonlySet<string> = new Set(
  (
    'abcdef abcdefg abcdefgh access admin administrator andrea appelsin apple april arsenal ' +
    'asdfgh asdfghjk asdfghjkl asdfghjkløæ ashley august autumn bamse banan banana baseball ' +
    'basketball batman bergen blomst brann bytt changeme charlie cheese chelsea chocolate ' +
    'computer coordinator daniel datamaskin default desember dragon elev elevane elever ' +
    'elskerdeg endremeg etwinning facebook faen familie family februar ferrari flower ' +
    'football fortnite fotball fredag freedom friday fuckyou ginger gjest goddag google ' +
    'guest hallo handball handlingsplan harley haust heihei hello hellohello helvete ' +
    'hemmeleg hemmelig hjarte hjerte hunden hunter håndball høst iloveyou inspektør internet ' +
    'internett januar jegelskerdeg jennifer jessica jesus jordan juli juni kaffe katten ' +
    'killer kjeks kjærleik kjærlighet kodeord koordinator larer laurdag letmein liverpool ' +
    'logginn login lærar lærer lærerne lørdag mai mamma manchester mandag mars master matrix ' +
    'michael microsoft minecraft monday monkey mustang måndag noreg norge norway november ' +
    'office oktober onsdag oslo pappa pass passord passordet passw passwd password pepper ' +
    'plan planen pokemon princess prinsesse pus pusur qazwsx qazwsxedc qwerty qwertyuiop ' +
    'qwertyuiopå rektor rosenborg samplan school secret september shadow sjokolade skole ' +
    'skolen skule skulen slippmeginn snuppa soccer soleil solskinn sommer spring standard ' +
    'starwars stavanger student sumar summer sunshine superman søndag teacher teams test ' +
    'tester testing thomas tirsdag torsdag trondheim trustno twinspace tysdag velkomen ' +
    'velkommen vennen vinter vålerenga vår welcome whatever windows winter yamaha zxcvbnm'
  ).split(' '),
)
