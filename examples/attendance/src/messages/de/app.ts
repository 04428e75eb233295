import type { AppMessages } from '../messages.ts';

export const app: AppMessages = {
  title: 'Anmeldung',
  places: {
    kiosk: 'Kiosk',
    people: 'Personen',
    person: 'Person',
    import: 'Viele hinzufügen',
    records: 'Anwesenheit',
    settings: 'Einstellungen',
    privacy: 'Datenschutz',
  },
  compare: 'Zwei Fotos vergleichen',
  loading: 'Wird vorbereitet',
  screenFailed: 'Diese Ansicht konnte nicht geladen werden.',
  storage: {
    low: 'Auf diesem Gerät ist wenig Platz. Bisher ist alles gespeichert; exportieren und entfernen Sie bald alte Einträge.',
    full: 'Auf diesem Gerät ist kein Platz mehr: Die letzte Änderung wurde nicht gespeichert. Entfernen geht weiterhin.',
    failed: 'Der Browser konnte die letzte Änderung nicht speichern. Was vorher gespeichert war, ist sicher.',
  },
  connection: {
    connecting: 'Verbindung mit den anderen Kiosken',
    unreachable: 'Der Server ist nicht erreichbar. Anmeldungen werden hier gespeichert und später übertragen.',
    refused: 'Der Server lässt diesen Kiosk nicht zu. Anmeldungen werden nur hier gespeichert.',
    'no-database': 'Der Server hat keine solche Datenbank. Anmeldungen werden nur hier gespeichert.',
  },
  errors: {
    'storage-blocked':
      'Dieser Browser speichert nichts für diese Seite. Erlauben Sie Speicher oder verlassen Sie das private Fenster.',
    'storage-full': 'Auf diesem Gerät ist kein Platz mehr. Nichts wurde gespeichert; Entfernen geht weiterhin.',
    'storage-failed': 'Der Browser konnte es nicht speichern.',
    'consent-missing': 'Zuerst ist eine Einwilligung nötig.',
    'person-unknown': 'Diese Person ist nicht hier.',
    'person-erased': 'Diese Person wurde entfernt.',
    'settings-invalid': 'Diese Einstellungen sind nicht möglich.',
    'backup-unreadable': 'Das ist keine Sicherung, sie ist beschädigt, oder die Passphrase ist eine andere.',
    'join-invalid': 'Dieser Code gehört zu etwas anderem oder zu einem früheren Versuch.',
    'server-unavailable': 'Der Server ist nicht erreichbar oder lässt diesen Kiosk nicht zu.',
    closed: 'Die Daten wurden geschlossen. Laden Sie die Seite neu.',
  },
  facesFailed: (code) => `Gesichter sind auf diesem Gerät nicht zu erkennen (${code}). PIN und Karte gehen.`,
  tryAgain: 'Noch einmal',
  chooseFiles: 'Dateien wählen',
  close: 'Schließen',
  cancel: 'Abbrechen',
  save: 'Speichern',
};
