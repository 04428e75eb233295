import type { Locale } from './locale.ts';

export const fr: Locale = {
  language: 'fr',
  direction: 'ltr',
  intro: {
    verify: {
      title: 'Confirmer que c’est vous',
      detail: 'Votre visage est comparé sur cet appareil. Aucune image n’est conservée.',
    },
    enrol: {
      title: 'Enregistrer votre visage',
      detail:
        'Quelques instants devant la caméra deviennent un gabarit, sur cet appareil. Aucune image n’est conservée.',
    },
    identify: {
      title: 'Trouver qui vous êtes',
      detail: 'Votre visage est recherché sur cet appareil. Aucune image n’est conservée.',
    },
    capture: {
      title: 'Capturer votre visage',
      detail: 'Votre visage est mesuré sur cet appareil. Aucune image n’est conservée.',
    },
  },
  actions: { start: 'Commencer', cancel: 'Annuler', again: 'Réessayer', photograph: 'Utiliser une photo' },
  labels: { camera: 'Caméra', progress: 'Progression', alternative: 'Un autre moyen' },
  consent: {
    text: 'Un gabarit de votre visage est enregistré afin de pouvoir vous y comparer plus tard.',
    agree: 'J’accepte',
    required: 'Acceptez d’abord, ou utilisez un autre moyen.',
  },
  phases: {
    loading: { title: 'Préparation', detail: 'La première fois, cela prend un instant.' },
    asking: { title: 'Autorisez la caméra', detail: 'Votre navigateur demande si cette page peut l’utiliser.' },
    'page-hidden': { title: 'En pause', detail: 'Cela reprendra à votre retour sur cette page.' },
    searching: { title: 'Regardez la caméra', detail: 'Placez votre visage dans l’ovale.' },
    guiding: { title: 'Bien, ne bougez plus', detail: 'Restez ainsi un instant.' },
    deciding: { title: 'Un instant', detail: 'Votre visage est comparé.' },
    photograph: { title: 'Examen de la photo', detail: 'Cela prend un instant.' },
  },
  hints: {
    'one-person-only': 'Une seule personne, s’il vous plaît',
    'face-the-camera': 'Regardez la caméra',
    'move-back': 'Reculez un peu',
    'move-closer': 'Approchez-vous un peu',
    'centre-face': 'Placez votre visage dans l’ovale',
    'too-dark': 'Plus de lumière',
    'too-bright': 'Moins de lumière',
    'change-light': 'Cherchez une lumière plus douce',
    'remove-covering': 'Dégagez votre visage',
    'look-straight': 'Regardez droit devant',
    'hold-still': 'Ne bougez pas',
  },
  challenges: {
    blink: 'Fermez brièvement les yeux',
    'open-mouth': 'Ouvrez la bouche',
    'turn-left': 'Tournez la tête à gauche',
    'turn-right': 'Tournez la tête à droite',
  },
  rest: 'Regardez droit devant',
  camera: {
    'camera-permission-denied': {
      title: 'La caméra n’est pas autorisée',
      detail: 'Autorisez-la pour cette page dans les réglages du navigateur.',
    },
    'camera-not-found': { title: 'Aucune caméra trouvée', detail: 'Branchez une caméra ou choisissez-en une autre.' },
    'camera-in-use': { title: 'La caméra est occupée', detail: 'Fermez le programme ou la page qui l’utilise.' },
    'camera-ended': { title: 'La caméra s’est arrêtée', detail: 'Rebranchez-la ou autorisez-la de nouveau.' },
    'camera-muted': {
      title: 'La caméra ne donne pas d’image',
      detail: 'Ouvrez son cache ou terminez l’appel qui l’utilise.',
    },
    'camera-frozen': { title: 'L’image est figée', detail: 'Patientez un instant ou choisissez une autre caméra.' },
    'camera-unavailable': {
      title: 'La caméra est inaccessible',
      detail: 'Cette page ne peut utiliser une caméra que par une connexion sécurisée.',
    },
  },
  results: {
    match: { title: 'Confirmé', detail: 'Votre visage correspond.' },
    'non-match': {
      title: 'Non confirmé',
      detail: 'Votre visage ne correspond pas. Réessayez ou utilisez un autre moyen.',
    },
    enrolled: { title: 'Enregistré', detail: 'Votre visage peut désormais être comparé.' },
    identified: { title: 'Trouvé', detail: 'Vous figurez parmi les personnes enregistrées.' },
    'not-identified': { title: 'Introuvable', detail: 'Aucune personne enregistrée ne vous ressemble assez.' },
    captured: { title: 'Capturé', detail: 'Votre visage a été bien vu.' },
    inconclusive: {
      title: 'Pas de décision',
      detail: 'Impossible de conclure. Réessayez avec une meilleure lumière ou utilisez un autre moyen.',
    },
  },
  liveness: {
    'timed-out': 'Cela a pris trop de temps. Réessayez ou utilisez un autre moyen.',
    'wrong-challenge': 'Autre chose était demandé. Réessayez ou utilisez un autre moyen.',
    'face-lost': 'Votre visage n’était plus visible. Réessayez ou utilisez un autre moyen.',
    'face-changed': 'Ce doit être la même personne tout du long. Réessayez ou utilisez un autre moyen.',
  },
  photographRefused:
    'Cette photo ne convient pas. Prenez-en une d’une seule personne, bien éclairée, regardant la caméra.',
  failed: {
    title: 'Cela n’a pas fonctionné',
    network: 'Un élément n’a pas pu être chargé. Vérifiez la connexion et réessayez.',
    device: 'Cet appareil n’y parvient pas pour l’instant. Réessayez ou utilisez un autre moyen.',
    setup: 'Cette page est mal configurée. Utilisez un autre moyen pour l’instant.',
    other: 'Une erreur est survenue. Réessayez ou utilisez un autre moyen.',
  },
  unsupported: {
    title: 'Impossible ici',
    detail: 'Il manque le nécessaire à ce navigateur. Utilisez un autre moyen.',
  },
};
