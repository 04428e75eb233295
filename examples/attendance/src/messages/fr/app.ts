import type { AppMessages } from '../messages.ts';

export const app: AppMessages = {
  title: 'Pointage',
  places: {
    kiosk: 'Borne',
    people: 'Personnes',
    person: 'Personne',
    import: 'Ajouter en nombre',
    records: 'Présences',
    settings: 'Réglages',
    privacy: 'Vie privée',
  },
  compare: 'Comparer deux photos',
  loading: 'Préparation',
  screenFailed: 'Cet écran n’a pas pu être chargé.',
  storage: {
    low: 'Il reste peu de place sur cet appareil. Tout est enregistré jusqu’ici ; exportez et supprimez bientôt d’anciens pointages.',
    full: 'Il n’y a plus de place sur cet appareil : la dernière modification n’a pas été enregistrée. Supprimer des personnes et des pointages reste possible.',
    failed: 'Le navigateur n’a pas pu enregistrer la dernière modification. Ce qui l’était avant est en sûreté.',
  },
  connection: {
    connecting: 'Connexion avec les autres bornes',
    unreachable: 'Le serveur est injoignable. Les pointages sont enregistrés ici et suivront à son retour.',
    refused: 'Le serveur n’admet pas cette borne. Les pointages ne sont enregistrés qu’ici.',
    'no-database': 'Le serveur n’a pas cette base de données. Les pointages ne sont enregistrés qu’ici.',
  },
  errors: {
    'storage-blocked':
      'Ce navigateur ne conserve aucune donnée pour cette page. Autorisez le stockage ou quittez la fenêtre privée.',
    'storage-full': 'Il n’y a plus de place sur cet appareil. Rien n’a été enregistré ; supprimer reste possible.',
    'storage-failed': 'Le navigateur n’a pas pu l’enregistrer.',
    'consent-missing': 'Il faut d’abord un consentement.',
    'person-unknown': 'Cette personne n’est pas ici.',
    'person-erased': 'Cette personne a été supprimée.',
    'settings-invalid': 'Ces réglages sont inutilisables.',
    'backup-unreadable': 'Ce n’est pas une sauvegarde, elle est abîmée, ou la phrase secrète est une autre.',
    'join-invalid': 'Ce code est celui d’autre chose, ou d’un essai précédent.',
    'server-unavailable': 'Le serveur est injoignable ou n’admet pas cette borne.',
    closed: 'Les données ont été fermées. Rechargez la page.',
  },
  facesFailed: (code) =>
    `Les visages ne peuvent pas être vus sur cet appareil (${code}). Le code PIN et la carte fonctionnent.`,
  tryAgain: 'Réessayer',
  chooseFiles: 'Choisir des fichiers',
  close: 'Fermer',
  cancel: 'Annuler',
  save: 'Enregistrer',
};
