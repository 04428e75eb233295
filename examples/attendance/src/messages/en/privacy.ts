export const privacy = {
  title: 'Privacy',
  intro: 'What this check-in stores, where, and for how long. You may show this page to anybody.',
  what: {
    title: 'What is stored',
    items: [
      'Name, number and group, as somebody typed them.',
      'Consent: what for, who gave it, when, to which text.',
      'With consent only: a template of the face, some numbers by which it is found again. No picture can be made of it, but it is still biometric data.',
      'With consent for that only: the photographs that a person was enrolled with.',
      'PIN and card as hashes: neither can be read back.',
      'For each check-in: who, when, in or out, by which way, at which kiosk, and whether its clock was right. Never how similar a face was, and never a picture.',
    ],
    never: 'Pictures of the camera are looked at on this device and let go of at once. None is stored or sent.',
  },
  where: {
    title: 'Where it is',
    alone: 'On this device only, in this browser. Nothing is sent anywhere.',
    shared:
      'On this device and on every kiosk that shares with it, through your server. The server sees random ids, times, directions and settings; names, faces and reasons are encrypted with keys that it never has.',
    disk: 'Names, templates, PINs and reasons are encrypted with a key of each person’s own. Whoever has this device unlocked has them all the same: lock it, and encrypt its disk.',
    backups:
      'Backups and exported files are where you put them. A backup is encrypted; lists and records that were exported are not.',
  },
  howLong: {
    title: 'For how long',
    records: (days: string) =>
      `Records of attendance: ${days}, then they are removed by themselves. This is set in the settings.`,
    recordsForever:
      'Records of attendance: until somebody removes them. This is set in the settings; a time that suffices for your purpose is better.',
    people: 'People: until they are removed. Templates: until consent is withdrawn, or the person is removed.',
    now: (people: string, faces: string, photographs: string) =>
      `At present: ${people}, of ${faces} the face, of ${photographs} consent to keep photographs.`,
  },
  deleting: {
    title: 'What removing does, and what it does not',
    items: [
      'Who is removed cannot be read any more: the person’s own key is destroyed here at once, and on other kiosks and the server as soon as they hear of it. One that is offline has it until then.',
      'The encrypted rest is removed as well, but the browser may keep its bytes in its files until it tidies up. Without the key nobody can read them.',
      'Records may stay after a person is removed; they are then of somebody unknown.',
      'Backups and exported files are not reached. Delete old ones yourself.',
      'To be rid of every byte in the browser’s files, clear the data of this site in the browser, or serve a page with the header Clear-Site-Data: "storage".',
    ],
  },
  law: {
    title: 'What the law asks',
    intro:
      'This page is no legal advice, and this program alone makes nothing lawful. Ask whoever advises you before you begin.',
    items: [
      'European Union (GDPR, Article 9): a template of a face is biometric data of a special category. Consent has to be explicit and free. At work and at school it seldom is free, since one side depends on the other; some authorities have fined schools and employers for checking attendance by face. You need an assessment of the consequences (Article 35) first, and ways without a face that are just as good.',
      'Illinois (BIPA): a written policy that anybody can read, with times of deletion; written information and a written release before a face is taken; nothing is sold or handed on. People can sue for each breach.',
      'Other places have laws of their own. Children need the consent of a parent or guardian.',
    ],
  },
  otherWay: {
    title: 'There is always another way',
    text: 'Everybody can check in with a PIN or a card, without a reason and without a disadvantage. The kiosk offers it from the start. Consent can be withdrawn at any time: the template is then erased at once.',
    without: (people: string) => `At present ${people} check in without their face.`,
  },
};

export type PrivacyMessages = typeof privacy;
