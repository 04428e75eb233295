import type { PrivacyMessages } from '../en/privacy.ts';

export const privacy: PrivacyMessages = {
  title: 'Privacy',
  intro: 'Wat dit inchecken opslaat, waar, en hoe lang. U mag deze pagina aan iedereen laten zien.',
  what: {
    title: 'Wat wordt opgeslagen',
    items: [
      'Naam, nummer en groep, zoals iemand ze heeft ingevoerd.',
      'De toestemming: waarvoor, door wie, wanneer, bij welke tekst.',
      'Alleen met toestemming: een sjabloon van het gezicht, enkele getallen waarmee het wordt teruggevonden. Er is geen beeld van te maken, en toch zijn het biometrische gegevens.',
      'Alleen met eigen toestemming daarvoor: de foto’s waarmee een persoon is geregistreerd.',
      'Pincode en kaart als controlegetal: geen van beide is terug te lezen.',
      'Van elk incheckmoment: wie, wanneer, in of uit, op welke manier, aan welke kiosk, en of diens klok goed liep. Nooit hoe sterk een gezicht leek, en nooit een beeld.',
    ],
    never:
      'Beelden van de camera worden op dit apparaat bekeken en meteen losgelaten. Er wordt er geen opgeslagen of verstuurd.',
  },
  where: {
    title: 'Waar het staat',
    alone: 'Alleen op dit apparaat, in deze browser. Er wordt niets ergens heen gestuurd.',
    shared:
      'Op dit apparaat en op elke kiosk die ermee deelt, via uw server. De server ziet willekeurige ids, tijden, richtingen en instellingen; namen, gezichten en redenen zijn versleuteld met sleutels die hij nooit heeft.',
    disk: 'Namen, sjablonen, pincodes en redenen zijn versleuteld met een eigen sleutel van elke persoon. Wie dit apparaat ontgrendeld heeft, heeft ze toch: vergrendel het, en versleutel de schijf.',
    backups:
      'Back-ups en geëxporteerde bestanden staan waar u ze neerzet. Een back-up is versleuteld; geëxporteerde lijsten en regels zijn dat niet.',
  },
  howLong: {
    title: 'Hoe lang',
    records: (days) => `Aanwezigheid: ${days}, dan worden de regels vanzelf verwijderd. Zo is het ingesteld.`,
    recordsForever:
      'Aanwezigheid: tot iemand de regels verwijdert. Zo is het ingesteld; een tijd die voor uw doel genoeg is, is beter.',
    people:
      'Personen: tot ze worden verwijderd. Sjablonen: tot de toestemming wordt ingetrokken of de persoon wordt verwijderd.',
    now: (people, faces, photographs) =>
      `Op dit moment: ${people}, van ${faces} het gezicht, van ${photographs} toestemming om foto’s te bewaren.`,
  },
  deleting: {
    title: 'Wat verwijderen doet, en wat niet',
    items: [
      'Wie is verwijderd, is niet meer te lezen: de eigen sleutel van de persoon wordt hier meteen vernietigd, en op andere kiosken en de server zodra die ervan horen. Een kiosk zonder verbinding heeft hem tot dan.',
      'De versleutelde rest wordt ook verwijderd, maar de browser kan de bytes in zijn bestanden houden tot hij opruimt. Zonder de sleutel kan niemand ze lezen.',
      'Regels mogen blijven als een persoon is verwijderd; ze zijn dan van een onbekende.',
      'Back-ups en geëxporteerde bestanden worden niet bereikt. Verwijder oude zelf.',
      'Om elke byte in de bestanden van de browser kwijt te raken, wist u in de browser de gegevens van deze site, of levert u een pagina met de kop Clear-Site-Data: "storage".',
    ],
  },
  law: {
    title: 'Wat de wet vraagt',
    intro:
      'Deze pagina is geen juridisch advies, en dit programma alleen maakt niets rechtmatig. Vraag vooraf wie u adviseert.',
    items: [
      'Europese Unie (AVG, artikel 9): een sjabloon van een gezicht is een bijzonder persoonsgegeven. Toestemming moet uitdrukkelijk en vrij zijn. Op het werk en op school is zij dat zelden, omdat de een van de ander afhangt; toezichthouders hebben scholen en werkgevers beboet voor aanwezigheid per gezicht. Nodig zijn vooraf een effectbeoordeling (artikel 35) en een even goede manier zonder gezicht.',
      'Illinois (BIPA): een schriftelijk beleid dat iedereen kan lezen, met termijnen voor verwijdering; schriftelijke uitleg en een schriftelijke verklaring voordat een gezicht wordt vastgelegd; niets wordt verkocht of doorgegeven. Mensen kunnen voor elke overtreding naar de rechter.',
      'Elders gelden eigen wetten. Voor kinderen is toestemming van een ouder of voogd nodig.',
    ],
  },
  otherWay: {
    title: 'Er is altijd een andere manier',
    text: 'Iedereen kan inchecken met een pincode of kaart, zonder reden en zonder nadeel. De kiosk biedt dat van het begin af aan. Toestemming kan op elk moment worden ingetrokken: het sjabloon wordt dan meteen gewist.',
    without: (people) => `Op dit moment checken zonder gezicht in: ${people}.`,
  },
};
