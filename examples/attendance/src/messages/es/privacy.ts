import type { PrivacyMessages } from '../en/privacy.ts';

export const privacy: PrivacyMessages = {
  title: 'Privacidad',
  intro: 'Qué guarda este fichaje, dónde y por cuánto tiempo. Puede mostrar esta página a cualquiera.',
  what: {
    title: 'Qué se guarda',
    items: [
      'Nombre, número y grupo, tal como alguien los tecleó.',
      'Consentimiento: para qué, quién lo dio, cuándo y con qué texto.',
      'Solo con consentimiento: una plantilla del rostro, unos números con los que se encuentra de nuevo. No se puede hacer de ella una imagen, pero sigue siendo un dato biométrico.',
      'Solo con consentimiento para ello: las fotos con las que se registró a una persona.',
      'PIN y tarjeta como resúmenes criptográficos: ninguno se puede leer.',
      'De cada fichaje: quién, cuándo, entrada o salida, de qué manera, en qué terminal y si su reloj estaba en hora. Nunca cuánto se parecía un rostro, y nunca una imagen.',
    ],
    never:
      'Las imágenes de la cámara se miran en este dispositivo y se descartan al momento. Ninguna se guarda ni se envía.',
  },
  where: {
    title: 'Dónde está',
    alone: 'Solo en este dispositivo, en este navegador. No se envía nada a ninguna parte.',
    shared:
      'En este dispositivo y en cada terminal que comparte con él, a través de su servidor. El servidor ve identificadores al azar, horas, entradas y salidas y ajustes; nombres, rostros y motivos están cifrados con claves que nunca tiene.',
    disk: 'Nombres, plantillas, PIN y motivos están cifrados con una clave propia de cada persona. Quien tiene este dispositivo desbloqueado los tiene igualmente: bloquéelo y cifre su disco.',
    backups:
      'Las copias de seguridad y los archivos exportados están donde usted los pone. Una copia está cifrada; las listas y los fichajes exportados, no.',
  },
  howLong: {
    title: 'Por cuánto tiempo',
    records: (days) => `Fichajes: ${days}; después se eliminan solos. Se fija en los ajustes.`,
    recordsForever:
      'Fichajes: hasta que alguien los elimine. Se fija en los ajustes; es mejor un plazo que baste para su fin.',
    people:
      'Personas: hasta que se eliminan. Plantillas: hasta que se retira el consentimiento o se elimina a la persona.',
    now: (people, faces, photographs) =>
      `Ahora mismo: ${people}, de ${faces} el rostro, de ${photographs} el consentimiento para conservar fotos.`,
  },
  deleting: {
    title: 'Qué hace eliminar, y qué no',
    items: [
      'A quien se elimina ya no se le puede leer: la clave propia de la persona se destruye aquí al momento, y en los otros terminales y el servidor en cuanto se enteran. Uno que está sin conexión la tiene hasta entonces.',
      'También se elimina el resto cifrado, pero el navegador puede conservar sus bytes en sus archivos hasta que ordena. Sin la clave nadie puede leerlos.',
      'Los fichajes pueden quedar después de eliminar a una persona; son entonces de alguien desconocido.',
      'No se llega a las copias de seguridad ni a los archivos exportados. Borre usted los antiguos.',
      'Para librarse de cada byte en los archivos del navegador, borre los datos de este sitio en el navegador, o sirva una página con la cabecera Clear-Site-Data: "storage".',
    ],
  },
  law: {
    title: 'Qué pide la ley',
    intro:
      'Esta página no es asesoramiento jurídico, y este programa por sí solo no hace lícito nada. Pregunte a quien le asesora antes de empezar.',
    items: [
      'Unión Europea (RGPD, artículo 9): una plantilla de un rostro es un dato biométrico de una categoría especial. El consentimiento tiene que ser explícito y libre. En el trabajo y en la escuela rara vez es libre, porque una parte depende de la otra; algunas autoridades han multado a escuelas y empresas por controlar la asistencia con el rostro. Antes necesita una evaluación de impacto (artículo 35), y maneras sin rostro que sean igual de buenas.',
      'Illinois (BIPA): una política escrita que cualquiera pueda leer, con plazos de borrado; información escrita y una autorización escrita antes de tomar un rostro; nada se vende ni se cede. Las personas pueden demandar por cada infracción.',
      'Otros lugares tienen leyes propias. Los menores necesitan el consentimiento de su madre, padre o tutor.',
    ],
  },
  otherWay: {
    title: 'Siempre hay otra manera',
    text: 'Todos pueden fichar con PIN o tarjeta, sin dar razones y sin desventaja. El terminal lo ofrece desde el principio. El consentimiento se puede retirar en cualquier momento: la plantilla se borra entonces al momento.',
    without: (people) => `Ahora mismo ${people} fichan sin su rostro.`,
  },
};
