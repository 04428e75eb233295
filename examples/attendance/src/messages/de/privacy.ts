import type { PrivacyMessages } from '../en/privacy.ts';

export const privacy: PrivacyMessages = {
  title: 'Datenschutz',
  intro: 'Was diese Anmeldung speichert, wo und wie lange. Sie dürfen diese Seite jedem zeigen.',
  what: {
    title: 'Was gespeichert wird',
    items: [
      'Name, Nummer und Gruppe, wie jemand sie eingegeben hat.',
      'Die Einwilligung: wofür, von wem, wann, zu welchem Wortlaut.',
      'Nur mit Einwilligung: eine Vorlage des Gesichts, einige Zahlen, an denen es wiedergefunden wird. Kein Bild lässt sich daraus machen, und doch sind es biometrische Daten.',
      'Nur mit eigener Einwilligung dafür: die Fotos, mit denen eine Person registriert wurde.',
      'PIN und Karte als Prüfsummen: Keine von beiden lässt sich zurücklesen.',
      'Zu jeder Anmeldung: wer, wann, kommen oder gehen, auf welchem Weg, an welchem Kiosk, und ob dessen Uhr richtig ging. Nie, wie ähnlich ein Gesicht war, und nie ein Bild.',
    ],
    never:
      'Bilder der Kamera werden auf diesem Gerät angesehen und sofort losgelassen. Keines wird gespeichert oder gesendet.',
  },
  where: {
    title: 'Wo es liegt',
    alone: 'Nur auf diesem Gerät, in diesem Browser. Nichts wird irgendwohin gesendet.',
    shared:
      'Auf diesem Gerät und auf jedem Kiosk, der mit ihm teilt, über Ihren Server. Der Server sieht zufällige Kennungen, Zeiten, Richtungen und Einstellungen; Namen, Gesichter und Gründe sind mit Schlüsseln verschlüsselt, die er nie hat.',
    disk: 'Namen, Vorlagen, PINs und Gründe sind mit einem eigenen Schlüssel jeder Person verschlüsselt. Wer dieses Gerät entsperrt hat, hat sie trotzdem: Sperren Sie es, und verschlüsseln Sie seine Festplatte.',
    backups:
      'Sicherungen und exportierte Dateien sind, wo Sie sie ablegen. Eine Sicherung ist verschlüsselt; exportierte Listen und Einträge sind es nicht.',
  },
  howLong: {
    title: 'Wie lange',
    records: (days) => `Einträge der Anwesenheit: ${days}, dann werden sie von selbst entfernt. So ist es eingestellt.`,
    recordsForever:
      'Einträge der Anwesenheit: bis jemand sie entfernt. So ist es eingestellt; eine Zeit, die für Ihren Zweck genügt, ist besser.',
    people:
      'Personen: bis sie entfernt werden. Vorlagen: bis die Einwilligung widerrufen oder die Person entfernt wird.',
    now: (people, faces, photographs) =>
      `Zurzeit: ${people}, von ${faces} das Gesicht, von ${photographs} die Einwilligung, Fotos aufzubewahren.`,
  },
  deleting: {
    title: 'Was Entfernen tut und was nicht',
    items: [
      'Wer entfernt ist, lässt sich nicht mehr lesen: Der eigene Schlüssel der Person wird hier sofort zerstört und auf anderen Kiosken und dem Server, sobald sie davon hören. Ein Kiosk ohne Verbindung hat ihn bis dahin.',
      'Der verschlüsselte Rest wird auch entfernt, aber der Browser kann seine Bytes in seinen Dateien behalten, bis er aufräumt. Ohne den Schlüssel kann sie niemand lesen.',
      'Einträge dürfen bleiben, wenn eine Person entfernt ist; sie sind dann von jemand Unbekanntem.',
      'Sicherungen und exportierte Dateien werden nicht erreicht. Löschen Sie alte selbst.',
      'Um jedes Byte in den Dateien des Browsers loszuwerden, löschen Sie im Browser die Daten dieser Website, oder liefern Sie eine Seite mit der Kopfzeile Clear-Site-Data: "storage" aus.',
    ],
  },
  law: {
    title: 'Was das Recht verlangt',
    intro:
      'Diese Seite ist keine Rechtsberatung, und dieses Programm allein macht nichts rechtmäßig. Fragen Sie vorher, wer Sie berät.',
    items: [
      'Europäische Union (DSGVO, Artikel 9): Die Vorlage eines Gesichts gehört zu den besonderen Kategorien biometrischer Daten. Die Einwilligung muss ausdrücklich und freiwillig sein. In Arbeit und Schule ist sie das selten, denn eine Seite hängt von der anderen ab; Behörden haben Schulen und Arbeitgeber für Anwesenheit per Gesicht mit Bußgeldern belegt. Nötig sind zuvor eine Folgenabschätzung (Artikel 35) und ein ebenso guter Weg ohne Gesicht.',
      'Illinois (BIPA): eine schriftliche Richtlinie, die jeder lesen kann, mit Löschfristen; schriftliche Aufklärung und schriftliche Freigabe, bevor ein Gesicht erfasst wird; nichts wird verkauft oder weitergegeben. Betroffene können jeden Verstoß einklagen.',
      'Anderswo gelten eigene Gesetze. Für Kinder ist die Einwilligung von Eltern oder Vormund nötig.',
    ],
  },
  otherWay: {
    title: 'Es gibt immer einen anderen Weg',
    text: 'Jeder kann sich mit PIN oder Karte anmelden, ohne Grund und ohne Nachteil. Der Kiosk bietet es von Anfang an. Die Einwilligung lässt sich jederzeit widerrufen: Die Vorlage wird dann sofort gelöscht.',
    without: (people) => `Ohne Gesicht melden sich zurzeit an: ${people}.`,
  },
};
