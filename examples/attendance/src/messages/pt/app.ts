import type { AppMessages } from '../messages.ts';

export const app: AppMessages = {
  title: 'Registro de presença',
  places: {
    kiosk: 'Terminal',
    people: 'Pessoas',
    person: 'Pessoa',
    import: 'Adicionar várias',
    records: 'Presenças',
    settings: 'Configurações',
    privacy: 'Privacidade',
  },
  compare: 'Comparar duas fotos',
  loading: 'Preparando',
  screenFailed: 'Esta tela não pôde ser carregada.',
  storage: {
    low: 'Resta pouco espaço neste dispositivo. Até agora tudo está guardado; exporte e remova logo registros antigos.',
    full: 'Não há mais espaço neste dispositivo: a última alteração não foi guardada. Remover pessoas e registros continua possível.',
    failed: 'O navegador não conseguiu guardar a última alteração. O que foi guardado antes está seguro.',
  },
  connection: {
    connecting: 'Conectando aos outros terminais',
    unreachable: 'O servidor está inacessível. Os registros são guardados aqui e seguem quando ele voltar.',
    refused: 'O servidor não aceita este terminal. Os registros são guardados só aqui.',
    'no-database': 'O servidor não tem esse banco de dados. Os registros são guardados só aqui.',
  },
  errors: {
    'storage-blocked':
      'Este navegador não guarda dados desta página. Permita o armazenamento ou saia da janela anônima.',
    'storage-full': 'Não há mais espaço neste dispositivo. Nada foi guardado; remover continua possível.',
    'storage-failed': 'O navegador não conseguiu guardar.',
    'consent-missing': 'Primeiro é preciso o consentimento.',
    'person-unknown': 'Esta pessoa não está aqui.',
    'person-erased': 'Esta pessoa foi removida.',
    'settings-invalid': 'Estas configurações não podem ser usadas.',
    'backup-unreadable': 'Isto não é um backup, está danificado, ou a senha é outra.',
    'join-invalid': 'Este código é de outra coisa ou de uma tentativa anterior.',
    'server-unavailable': 'O servidor está inacessível ou não aceita este terminal.',
    closed: 'Os dados foram fechados. Carregue a página de novo.',
  },
  facesFailed: (code) => `Rostos não podem ser vistos neste dispositivo (${code}). PIN e cartão funcionam.`,
  tryAgain: 'Tentar de novo',
  chooseFiles: 'Escolher arquivos',
  close: 'Fechar',
  cancel: 'Cancelar',
  save: 'Guardar',
};
