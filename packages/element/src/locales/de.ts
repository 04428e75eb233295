import type { Locale } from './locale.ts';

export const de: Locale = {
  language: 'de',
  direction: 'ltr',
  intro: {
    verify: {
      title: 'Bestätigen, dass Sie es sind',
      detail: 'Ihr Gesicht wird auf diesem Gerät verglichen. Es wird kein Bild aufbewahrt.',
    },
    enrol: {
      title: 'Gesicht registrieren',
      detail:
        'Aus einigen Augenblicken vor der Kamera entsteht auf diesem Gerät eine Vorlage. Es wird kein Bild aufbewahrt.',
    },
    identify: {
      title: 'Herausfinden, wer Sie sind',
      detail: 'Ihr Gesicht wird auf diesem Gerät gesucht. Es wird kein Bild aufbewahrt.',
    },
    capture: {
      title: 'Gesicht aufnehmen',
      detail: 'Ihr Gesicht wird auf diesem Gerät vermessen. Es wird kein Bild aufbewahrt.',
    },
  },
  actions: { start: 'Starten', cancel: 'Abbrechen', again: 'Noch einmal', photograph: 'Foto verwenden' },
  labels: { camera: 'Kamera', progress: 'Fortschritt', alternative: 'Ein anderer Weg' },
  consent: {
    text: 'Eine Vorlage Ihres Gesichts wird gespeichert, damit Sie später mit ihr verglichen werden können.',
    agree: 'Ich stimme zu',
    required: 'Bitte stimmen Sie zuerst zu, oder nehmen Sie einen anderen Weg.',
  },
  phases: {
    loading: { title: 'Wird vorbereitet', detail: 'Beim ersten Mal dauert das einen Moment.' },
    asking: { title: 'Kamera erlauben', detail: 'Ihr Browser fragt, ob diese Seite sie verwenden darf.' },
    'page-hidden': { title: 'Angehalten', detail: 'Es geht weiter, sobald Sie wieder auf dieser Seite sind.' },
    searching: { title: 'In die Kamera schauen', detail: 'Bringen Sie Ihr Gesicht in das Oval.' },
    guiding: { title: 'Gut, halten Sie still', detail: 'Bleiben Sie einen Moment so.' },
    deciding: { title: 'Einen Moment', detail: 'Ihr Gesicht wird verglichen.' },
    photograph: { title: 'Foto wird angesehen', detail: 'Das dauert einen Moment.' },
  },
  hints: {
    'one-person-only': 'Bitte nur eine Person',
    'face-the-camera': 'Schauen Sie in die Kamera',
    'move-back': 'Gehen Sie etwas zurück',
    'move-closer': 'Kommen Sie etwas näher',
    'centre-face': 'Bringen Sie Ihr Gesicht in das Oval',
    'too-dark': 'Bitte mehr Licht',
    'too-bright': 'Bitte weniger Licht',
    'change-light': 'Suchen Sie ruhigeres Licht',
    'remove-covering': 'Machen Sie Ihr Gesicht frei',
    'look-straight': 'Schauen Sie geradeaus',
    'hold-still': 'Halten Sie still',
  },
  challenges: {
    blink: 'Schließen Sie kurz die Augen',
    'open-mouth': 'Öffnen Sie den Mund',
    'turn-left': 'Drehen Sie den Kopf nach links',
    'turn-right': 'Drehen Sie den Kopf nach rechts',
  },
  rest: 'Schauen Sie geradeaus',
  camera: {
    'camera-permission-denied': {
      title: 'Die Kamera ist nicht erlaubt',
      detail: 'Erlauben Sie sie für diese Seite in den Einstellungen Ihres Browsers.',
    },
    'camera-not-found': {
      title: 'Keine Kamera gefunden',
      detail: 'Schließen Sie eine Kamera an, oder wählen Sie eine andere.',
    },
    'camera-in-use': {
      title: 'Die Kamera wird schon verwendet',
      detail: 'Schließen Sie das Programm oder die Seite, die sie verwendet.',
    },
    'camera-ended': {
      title: 'Die Kamera läuft nicht mehr',
      detail: 'Schließen Sie sie wieder an, oder erlauben Sie sie wieder.',
    },
    'camera-muted': {
      title: 'Die Kamera zeigt kein Bild',
      detail: 'Öffnen Sie die Abdeckung, oder beenden Sie den Anruf, der sie verwendet.',
    },
    'camera-frozen': {
      title: 'Das Bild steht still',
      detail: 'Warten Sie einen Moment, oder wählen Sie eine andere Kamera.',
    },
    'camera-unavailable': {
      title: 'Die Kamera ist nicht erreichbar',
      detail: 'Diese Seite kann eine Kamera nur über eine sichere Verbindung verwenden.',
    },
  },
  results: {
    match: { title: 'Bestätigt', detail: 'Ihr Gesicht stimmt überein.' },
    'non-match': {
      title: 'Nicht bestätigt',
      detail: 'Ihr Gesicht stimmt nicht überein. Versuchen Sie es noch einmal, oder nehmen Sie einen anderen Weg.',
    },
    enrolled: { title: 'Registriert', detail: 'Ihr Gesicht kann ab jetzt verglichen werden.' },
    identified: { title: 'Gefunden', detail: 'Sie wurden unter den Registrierten gefunden.' },
    'not-identified': { title: 'Nicht gefunden', detail: 'Niemand, der registriert ist, sieht Ihnen ähnlich genug.' },
    captured: { title: 'Aufgenommen', detail: 'Ihr Gesicht war gut zu sehen.' },
    inconclusive: {
      title: 'Keine Entscheidung',
      detail: 'Es lässt sich nicht sagen. Versuchen Sie es bei besserem Licht, oder nehmen Sie einen anderen Weg.',
    },
  },
  liveness: {
    'timed-out': 'Das hat zu lange gedauert. Versuchen Sie es noch einmal, oder nehmen Sie einen anderen Weg.',
    'wrong-challenge': 'Gefragt war etwas anderes. Versuchen Sie es noch einmal, oder nehmen Sie einen anderen Weg.',
    'face-lost':
      'Ihr Gesicht war nicht mehr zu sehen. Versuchen Sie es noch einmal, oder nehmen Sie einen anderen Weg.',
    'face-changed':
      'Es muss die ganze Zeit dieselbe Person sein. Versuchen Sie es noch einmal, oder nehmen Sie einen anderen Weg.',
  },
  photographRefused:
    'Dieses Foto ist nicht geeignet. Nehmen Sie eines mit einer Person, die bei gutem Licht in die Kamera schaut.',
  failed: {
    title: 'Das hat nicht geklappt',
    network: 'Etwas konnte nicht geladen werden. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
    device: 'Dieses Gerät kann es gerade nicht. Versuchen Sie es noch einmal, oder nehmen Sie einen anderen Weg.',
    setup: 'Diese Seite ist nicht richtig eingerichtet. Nehmen Sie vorerst einen anderen Weg.',
    other: 'Ein Fehler ist aufgetreten. Versuchen Sie es noch einmal, oder nehmen Sie einen anderen Weg.',
  },
  unsupported: {
    title: 'Hier nicht möglich',
    detail: 'Diesem Browser fehlt, was gebraucht wird. Nehmen Sie einen anderen Weg.',
  },
};
