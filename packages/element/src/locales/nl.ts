import type { Locale } from './locale.ts';

export const nl: Locale = {
  language: 'nl',
  direction: 'ltr',
  intro: {
    verify: {
      title: 'Bevestig dat jij het bent',
      detail: 'Je gezicht wordt op dit apparaat vergeleken. Er wordt geen beeld bewaard.',
    },
    enrol: {
      title: 'Registreer je gezicht',
      detail: 'Enkele ogenblikken voor de camera worden op dit apparaat een sjabloon. Er wordt geen beeld bewaard.',
    },
    identify: {
      title: 'Zoek op wie je bent',
      detail: 'Je gezicht wordt op dit apparaat gezocht. Er wordt geen beeld bewaard.',
    },
    capture: {
      title: 'Leg je gezicht vast',
      detail: 'Je gezicht wordt op dit apparaat gemeten. Er wordt geen beeld bewaard.',
    },
  },
  actions: { start: 'Starten', cancel: 'Annuleren', again: 'Opnieuw proberen', photograph: 'Foto gebruiken' },
  labels: { camera: 'Camera', progress: 'Voortgang', alternative: 'Een andere manier' },
  consent: {
    text: 'Een sjabloon van je gezicht wordt opgeslagen, zodat je er later mee vergeleken kunt worden.',
    agree: 'Ik ga akkoord',
    required: 'Ga eerst akkoord, of gebruik een andere manier.',
  },
  phases: {
    loading: { title: 'Even voorbereiden', detail: 'De eerste keer duurt dit een moment.' },
    asking: { title: 'Sta de camera toe', detail: 'Je browser vraagt of deze pagina hem mag gebruiken.' },
    'page-hidden': { title: 'Gepauzeerd', detail: 'Het gaat verder als je terug bent op deze pagina.' },
    searching: { title: 'Kijk in de camera', detail: 'Breng je gezicht in het ovaal.' },
    guiding: { title: 'Goed, houd stil', detail: 'Blijf even zo.' },
    deciding: { title: 'Een moment', detail: 'Je gezicht wordt vergeleken.' },
    photograph: { title: 'Foto wordt bekeken', detail: 'Dit duurt een moment.' },
  },
  hints: {
    'one-person-only': 'Eén persoon tegelijk',
    'face-the-camera': 'Kijk in de camera',
    'move-back': 'Ga iets achteruit',
    'move-closer': 'Kom iets dichterbij',
    'centre-face': 'Breng je gezicht in het ovaal',
    'too-dark': 'Meer licht graag',
    'too-bright': 'Minder licht graag',
    'change-light': 'Zoek rustiger licht',
    'remove-covering': 'Maak je gezicht vrij',
    'look-straight': 'Kijk recht vooruit',
    'hold-still': 'Houd stil',
  },
  challenges: {
    blink: 'Sluit even je ogen',
    'open-mouth': 'Open je mond',
    'turn-left': 'Draai je hoofd naar links',
    'turn-right': 'Draai je hoofd naar rechts',
  },
  rest: 'Kijk recht vooruit',
  camera: {
    'camera-permission-denied': {
      title: 'De camera is niet toegestaan',
      detail: 'Sta hem voor deze pagina toe in de instellingen van je browser.',
    },
    'camera-not-found': { title: 'Geen camera gevonden', detail: 'Sluit een camera aan, of kies een andere.' },
    'camera-in-use': { title: 'De camera is in gebruik', detail: 'Sluit het programma of de pagina die hem gebruikt.' },
    'camera-ended': { title: 'De camera is gestopt', detail: 'Sluit hem weer aan, of sta hem weer toe.' },
    'camera-muted': { title: 'De camera geeft geen beeld', detail: 'Open het klepje, of beëindig het gesprek.' },
    'camera-frozen': { title: 'Het beeld staat stil', detail: 'Wacht even, of kies een andere camera.' },
    'camera-unavailable': {
      title: 'De camera is niet bereikbaar',
      detail: 'Deze pagina kan een camera alleen via een beveiligde verbinding gebruiken.',
    },
  },
  results: {
    match: { title: 'Bevestigd', detail: 'Je gezicht komt overeen.' },
    'non-match': {
      title: 'Niet bevestigd',
      detail: 'Je gezicht komt niet overeen. Probeer het opnieuw, of gebruik een andere manier.',
    },
    enrolled: { title: 'Geregistreerd', detail: 'Je gezicht kan vanaf nu vergeleken worden.' },
    identified: { title: 'Gevonden', detail: 'Je bent gevonden onder wie geregistreerd is.' },
    'not-identified': { title: 'Niet gevonden', detail: 'Niemand die geregistreerd is lijkt genoeg op je.' },
    captured: { title: 'Vastgelegd', detail: 'Je gezicht was goed te zien.' },
    inconclusive: {
      title: 'Geen beslissing',
      detail: 'Het is niet te zeggen. Probeer het in beter licht, of gebruik een andere manier.',
    },
  },
  liveness: {
    'timed-out': 'Dat duurde te lang. Probeer het opnieuw, of gebruik een andere manier.',
    'wrong-challenge': 'Er werd iets anders gevraagd. Probeer het opnieuw, of gebruik een andere manier.',
    'face-lost': 'Je gezicht was uit beeld. Probeer het opnieuw, of gebruik een andere manier.',
    'face-changed': 'Het moet steeds dezelfde persoon zijn. Probeer het opnieuw, of gebruik een andere manier.',
  },
  photographRefused:
    'Deze foto is niet bruikbaar. Neem er een van één persoon, in goed licht, met de blik in de camera.',
  failed: {
    title: 'Dat is niet gelukt',
    network: 'Iets kon niet geladen worden. Controleer de verbinding en probeer het opnieuw.',
    device: 'Dit apparaat kan het nu niet. Probeer het opnieuw, of gebruik een andere manier.',
    setup: 'Deze pagina is niet goed ingesteld. Gebruik voorlopig een andere manier.',
    other: 'Er is een fout opgetreden. Probeer het opnieuw, of gebruik een andere manier.',
  },
  unsupported: { title: 'Hier niet mogelijk', detail: 'Deze browser mist wat nodig is. Gebruik een andere manier.' },
};
