import type { AppMessages } from '../messages.ts';

export const app: AppMessages = {
  title: 'Fichaje',
  places: {
    kiosk: 'Terminal',
    people: 'Personas',
    person: 'Persona',
    import: 'Añadir varias',
    records: 'Asistencia',
    settings: 'Ajustes',
    privacy: 'Privacidad',
  },
  compare: 'Comparar dos fotos',
  loading: 'Preparando',
  screenFailed: 'No se pudo cargar esta pantalla.',
  storage: {
    low: 'Queda poco espacio en este dispositivo. Hasta ahora todo está guardado; exporte y elimine pronto fichajes antiguos.',
    full: 'No queda espacio en este dispositivo: el último cambio no se guardó. Eliminar personas y fichajes sigue siendo posible.',
    failed: 'El navegador no pudo guardar el último cambio. Lo guardado antes está a salvo.',
  },
  connection: {
    connecting: 'Conectando con los otros terminales',
    unreachable: 'No se puede acceder al servidor. Los fichajes se guardan aquí y se enviarán cuando vuelva.',
    refused: 'El servidor no admite este terminal. Los fichajes se guardan solo aquí.',
    'no-database': 'El servidor no tiene esa base de datos. Los fichajes se guardan solo aquí.',
  },
  errors: {
    'storage-blocked':
      'Este navegador no guarda datos de esta página. Permita el almacenamiento o salga de la ventana privada.',
    'storage-full': 'No queda espacio en este dispositivo. No se guardó nada; eliminar sigue siendo posible.',
    'storage-failed': 'El navegador no pudo guardarlo.',
    'consent-missing': 'Primero hace falta el consentimiento.',
    'person-unknown': 'Esta persona no está aquí.',
    'person-erased': 'Esta persona fue eliminada.',
    'settings-invalid': 'Estos ajustes no se pueden usar.',
    'backup-unreadable': 'No es una copia de seguridad, está dañada o la contraseña es otra.',
    'join-invalid': 'Este código es de otra cosa o de un intento anterior.',
    'server-unavailable': 'No se puede acceder al servidor, o no admite este terminal.',
    closed: 'Los datos se cerraron. Vuelva a cargar la página.',
  },
  facesFailed: (code) => `En este dispositivo no se pueden ver rostros (${code}). El PIN y la tarjeta funcionan.`,
  tryAgain: 'Intentar de nuevo',
  chooseFiles: 'Elegir archivos',
  close: 'Cerrar',
  cancel: 'Cancelar',
  save: 'Guardar',
};
