import type { Locale } from './locale.ts';

export const es: Locale = {
  language: 'es',
  direction: 'ltr',
  intro: {
    verify: {
      title: 'Confirme que es usted',
      detail: 'Su rostro se compara en este dispositivo. No se guarda ninguna imagen.',
    },
    enrol: {
      title: 'Registre su rostro',
      detail:
        'Unos instantes ante la cámara se convierten en una plantilla en este dispositivo. No se guarda ninguna imagen.',
    },
    identify: {
      title: 'Averigüe quién es',
      detail: 'Su rostro se busca en este dispositivo. No se guarda ninguna imagen.',
    },
    capture: {
      title: 'Capture su rostro',
      detail: 'Su rostro se mide en este dispositivo. No se guarda ninguna imagen.',
    },
  },
  actions: { start: 'Empezar', cancel: 'Cancelar', again: 'Intentar de nuevo', photograph: 'Usar una foto' },
  labels: { camera: 'Cámara', progress: 'Progreso', alternative: 'Otra manera' },
  consent: {
    text: 'Se guarda una plantilla de su rostro para poder compararle con ella más adelante.',
    agree: 'Estoy de acuerdo',
    required: 'Acepte primero o use otra manera.',
  },
  phases: {
    loading: { title: 'Preparando', detail: 'La primera vez tarda un momento.' },
    asking: { title: 'Permita la cámara', detail: 'Su navegador pregunta si esta página puede usarla.' },
    'page-hidden': { title: 'En pausa', detail: 'Continuará cuando vuelva a esta página.' },
    searching: { title: 'Mire a la cámara', detail: 'Coloque su rostro en el óvalo.' },
    guiding: { title: 'Bien, no se mueva', detail: 'Quédese así un momento.' },
    deciding: { title: 'Un momento', detail: 'Se está comparando su rostro.' },
    photograph: { title: 'Mirando la foto', detail: 'Tarda un momento.' },
  },
  hints: {
    'one-person-only': 'Solo una persona, por favor',
    'face-the-camera': 'Mire a la cámara',
    'move-back': 'Aléjese un poco',
    'move-closer': 'Acérquese un poco',
    'centre-face': 'Coloque su rostro en el óvalo',
    'too-dark': 'Más luz, por favor',
    'too-bright': 'Menos luz, por favor',
    'change-light': 'Busque una luz más suave',
    'remove-covering': 'Descubra su rostro',
    'look-straight': 'Mire de frente',
    'hold-still': 'No se mueva',
  },
  challenges: {
    blink: 'Cierre los ojos un instante',
    'open-mouth': 'Abra la boca',
    'turn-left': 'Gire la cabeza a su izquierda',
    'turn-right': 'Gire la cabeza a su derecha',
  },
  rest: 'Mire de frente',
  camera: {
    'camera-permission-denied': {
      title: 'La cámara no está permitida',
      detail: 'Permítala para esta página en los ajustes del navegador.',
    },
    'camera-not-found': { title: 'No se encontró ninguna cámara', detail: 'Conecte una cámara o elija otra.' },
    'camera-in-use': { title: 'La cámara está en uso', detail: 'Cierre el programa o la página que la usa.' },
    'camera-ended': { title: 'La cámara se ha detenido', detail: 'Conéctela o permítala de nuevo.' },
    'camera-muted': { title: 'La cámara no da imagen', detail: 'Abra su tapa o termine la llamada que la usa.' },
    'camera-frozen': { title: 'La imagen está congelada', detail: 'Espere un momento o elija otra cámara.' },
    'camera-unavailable': {
      title: 'La cámara no está disponible',
      detail: 'Esta página solo puede usar una cámara con una conexión segura.',
    },
  },
  results: {
    match: { title: 'Confirmado', detail: 'Su rostro coincide.' },
    'non-match': { title: 'No confirmado', detail: 'Su rostro no coincide. Inténtelo de nuevo o use otra manera.' },
    enrolled: { title: 'Registrado', detail: 'Su rostro ya puede compararse.' },
    identified: { title: 'Encontrado', detail: 'Está entre las personas registradas.' },
    'not-identified': { title: 'No encontrado', detail: 'Ninguna persona registrada se le parece lo suficiente.' },
    captured: { title: 'Capturado', detail: 'Su rostro se vio bien.' },
    inconclusive: {
      title: 'Sin decisión',
      detail: 'No se puede saber. Inténtelo con mejor luz o use otra manera.',
    },
  },
  liveness: {
    'timed-out': 'Tardó demasiado. Inténtelo de nuevo o use otra manera.',
    'wrong-challenge': 'Se pedía otra cosa. Inténtelo de nuevo o use otra manera.',
    'face-lost': 'Su rostro dejó de verse. Inténtelo de nuevo o use otra manera.',
    'face-changed': 'Debe ser siempre la misma persona. Inténtelo de nuevo o use otra manera.',
  },
  photographRefused: 'Esta foto no sirve. Elija una de una sola persona, con buena luz y mirando a la cámara.',
  failed: {
    title: 'No ha funcionado',
    network: 'Algo no se pudo cargar. Compruebe la conexión e inténtelo de nuevo.',
    device: 'Este dispositivo no puede hacerlo ahora. Inténtelo de nuevo o use otra manera.',
    setup: 'Esta página no está bien configurada. Use otra manera por ahora.',
    other: 'Se produjo un error. Inténtelo de nuevo o use otra manera.',
  },
  unsupported: { title: 'Aquí no es posible', detail: 'A este navegador le falta lo necesario. Use otra manera.' },
};
