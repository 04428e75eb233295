import type { PrivacyMessages } from '../en/privacy.ts';

export const privacy: PrivacyMessages = {
  title: 'Vie privée',
  intro: 'Ce que ce pointage enregistre, où, et pour combien de temps. Vous pouvez montrer cette page à tout le monde.',
  what: {
    title: 'Ce qui est enregistré',
    items: [
      'Nom, numéro et groupe, tels que quelqu’un les a saisis.',
      'Le consentement : pour quoi, par qui, quand, à quel texte.',
      'Avec un consentement seulement : un gabarit du visage, quelques nombres par lesquels il est retrouvé. Aucune image ne peut en être tirée, mais ce sont tout de même des données biométriques.',
      'Avec un consentement pour cela seulement : les photos avec lesquelles une personne a été enregistrée.',
      'Le code PIN et la carte sous forme d’empreintes : ni l’un ni l’autre ne peut être relu.',
      'Pour chaque pointage : qui, quand, arrivée ou départ, par quel moyen, à quelle borne, et si son horloge était juste. Jamais à quel point un visage ressemblait, et jamais une image.',
    ],
    never:
      'Les images de la caméra sont regardées sur cet appareil et oubliées aussitôt. Aucune n’est enregistrée ni envoyée.',
  },
  where: {
    title: 'Où cela se trouve',
    alone: 'Sur cet appareil seulement, dans ce navigateur. Rien n’est envoyé nulle part.',
    shared:
      'Sur cet appareil et sur chaque borne qui partage avec lui, par votre serveur. Le serveur voit des identifiants tirés au hasard, des heures, des sens et des réglages ; les noms, les visages et les raisons sont chiffrés avec des clés qu’il n’a jamais.',
    disk: 'Les noms, les gabarits, les codes PIN et les raisons sont chiffrés avec une clé propre à chaque personne. Qui tient cet appareil déverrouillé les a tout de même : verrouillez-le, et chiffrez son disque.',
    backups:
      'Les sauvegardes et les fichiers exportés sont là où vous les mettez. Une sauvegarde est chiffrée ; les listes et les pointages exportés ne le sont pas.',
  },
  howLong: {
    title: 'Pour combien de temps',
    records: (days) => `Les pointages : ${days}, puis ils sont supprimés d’eux-mêmes. Cela se règle dans les réglages.`,
    recordsForever:
      'Les pointages : jusqu’à ce que quelqu’un les supprime. Cela se règle dans les réglages ; une durée qui suffit à votre but est préférable.',
    people:
      'Les personnes : jusqu’à leur suppression. Les gabarits : jusqu’au retrait du consentement, ou à la suppression de la personne.',
    now: (people, faces, photographs) =>
      `En ce moment : ${people} ; le visage de ${faces} ; le consentement de ${photographs} pour conserver les photos.`,
  },
  deleting: {
    title: 'Ce que supprimer fait, et ne fait pas',
    items: [
      'Une personne supprimée n’est plus lisible : sa propre clé est détruite ici aussitôt, et sur les autres bornes et le serveur dès qu’ils l’apprennent. Une borne hors ligne l’a jusque-là.',
      'Le reste chiffré est supprimé aussi, mais le navigateur peut en garder les octets dans ses fichiers jusqu’à ce qu’il range. Sans la clé, personne ne peut les lire.',
      'Des pointages peuvent rester après la suppression d’une personne ; ils sont alors de quelqu’un d’inconnu.',
      'Les sauvegardes et les fichiers exportés ne sont pas touchés. Supprimez vous-même les anciens.',
      'Pour se défaire de chaque octet dans les fichiers du navigateur, effacez-y les données de ce site, ou servez une page avec l’en-tête Clear-Site-Data: "storage".',
    ],
  },
  law: {
    title: 'Ce que la loi demande',
    intro:
      'Cette page n’est pas un conseil juridique, et ce programme à lui seul ne rend rien licite. Demandez conseil avant de commencer.',
    items: [
      'Union européenne (RGPD, article 9) : un gabarit du visage est une donnée biométrique d’une catégorie particulière. Le consentement doit être explicite et libre. Au travail et à l’école il l’est rarement, puisqu’une partie dépend de l’autre ; des autorités ont sanctionné des écoles et des employeurs qui contrôlaient les présences par le visage. Il faut d’abord une analyse d’impact (article 35), et des moyens sans visage qui valent autant.',
      'Illinois (BIPA) : une politique écrite que chacun peut lire, avec des délais de suppression ; une information écrite et un accord écrit avant de saisir un visage ; rien n’est vendu ni transmis. Chacun peut porter plainte pour chaque manquement.',
      'D’autres lieux ont leurs propres lois. Pour les enfants, il faut le consentement d’un parent ou d’un tuteur.',
    ],
  },
  otherWay: {
    title: 'Il y a toujours un autre moyen',
    text: 'Chacun peut pointer avec un code PIN ou une carte, sans raison et sans désavantage. La borne le propose d’emblée. Le consentement peut être retiré à tout moment : le gabarit est alors effacé aussitôt.',
    without: (people) => `En ce moment, pointent sans leur visage : ${people}.`,
  },
};
