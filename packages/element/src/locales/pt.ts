import type { Locale } from './locale.ts';

export const pt: Locale = {
  language: 'pt',
  direction: 'ltr',
  intro: {
    verify: {
      title: 'Confirme que é você',
      detail: 'Seu rosto é comparado neste dispositivo. Nenhuma imagem é guardada.',
    },
    enrol: {
      title: 'Registre seu rosto',
      detail: 'Alguns instantes diante da câmera viram um modelo, neste dispositivo. Nenhuma imagem é guardada.',
    },
    identify: {
      title: 'Descubra quem você é',
      detail: 'Seu rosto é procurado neste dispositivo. Nenhuma imagem é guardada.',
    },
    capture: {
      title: 'Capture seu rosto',
      detail: 'Seu rosto é medido neste dispositivo. Nenhuma imagem é guardada.',
    },
  },
  actions: { start: 'Começar', cancel: 'Cancelar', again: 'Tentar de novo', photograph: 'Usar uma foto' },
  labels: { camera: 'Câmera', progress: 'Progresso', alternative: 'Outra maneira' },
  consent: {
    text: 'Um modelo do seu rosto é guardado para que você possa ser comparado com ele depois.',
    agree: 'Concordo',
    required: 'Concorde primeiro ou use outra maneira.',
  },
  phases: {
    loading: { title: 'Preparando', detail: 'Na primeira vez, leva um momento.' },
    asking: { title: 'Permita a câmera', detail: 'Seu navegador pergunta se esta página pode usá-la.' },
    'page-hidden': { title: 'Em pausa', detail: 'Continua quando você voltar a esta página.' },
    searching: { title: 'Olhe para a câmera', detail: 'Coloque seu rosto no oval.' },
    guiding: { title: 'Bom, fique parado', detail: 'Fique assim um momento.' },
    deciding: { title: 'Um momento', detail: 'Seu rosto está sendo comparado.' },
    photograph: { title: 'Olhando a foto', detail: 'Leva um momento.' },
  },
  hints: {
    'one-person-only': 'Só uma pessoa, por favor',
    'face-the-camera': 'Olhe para a câmera',
    'move-back': 'Afaste-se um pouco',
    'move-closer': 'Aproxime-se um pouco',
    'centre-face': 'Coloque seu rosto no oval',
    'too-dark': 'Mais luz, por favor',
    'too-bright': 'Menos luz, por favor',
    'change-light': 'Procure uma luz mais suave',
    'remove-covering': 'Descubra seu rosto',
    'look-straight': 'Olhe para a frente',
    'hold-still': 'Fique parado',
  },
  challenges: {
    blink: 'Feche os olhos por um instante',
    'open-mouth': 'Abra a boca',
    'turn-left': 'Vire a cabeça para a sua esquerda',
    'turn-right': 'Vire a cabeça para a sua direita',
  },
  rest: 'Olhe para a frente',
  camera: {
    'camera-permission-denied': {
      title: 'A câmera não é permitida',
      detail: 'Permita-a para esta página nas configurações do navegador.',
    },
    'camera-not-found': { title: 'Nenhuma câmera encontrada', detail: 'Conecte uma câmera ou escolha outra.' },
    'camera-in-use': { title: 'A câmera está em uso', detail: 'Feche o programa ou a página que a usa.' },
    'camera-ended': { title: 'A câmera parou', detail: 'Conecte-a ou permita-a de novo.' },
    'camera-muted': { title: 'A câmera não dá imagem', detail: 'Abra a tampa ou encerre a chamada que a usa.' },
    'camera-frozen': { title: 'A imagem está parada', detail: 'Espere um momento ou escolha outra câmera.' },
    'camera-unavailable': {
      title: 'A câmera está fora de alcance',
      detail: 'Esta página só pode usar uma câmera em uma conexão segura.',
    },
  },
  results: {
    match: { title: 'Confirmado', detail: 'Seu rosto corresponde.' },
    'non-match': {
      title: 'Não confirmado',
      detail: 'Seu rosto não corresponde. Tente de novo ou use outra maneira.',
    },
    enrolled: { title: 'Registrado', detail: 'Seu rosto já pode ser comparado.' },
    identified: { title: 'Encontrado', detail: 'Você está entre as pessoas registradas.' },
    'not-identified': { title: 'Não encontrado', detail: 'Ninguém registrado se parece o bastante com você.' },
    captured: { title: 'Capturado', detail: 'Seu rosto foi bem visto.' },
    inconclusive: {
      title: 'Sem decisão',
      detail: 'Não dá para saber. Tente com uma luz melhor ou use outra maneira.',
    },
  },
  liveness: {
    'timed-out': 'Demorou demais. Tente de novo ou use outra maneira.',
    'wrong-challenge': 'Foi pedida outra coisa. Tente de novo ou use outra maneira.',
    'face-lost': 'Seu rosto saiu de vista. Tente de novo ou use outra maneira.',
    'face-changed': 'Tem que ser a mesma pessoa o tempo todo. Tente de novo ou use outra maneira.',
  },
  photographRefused: 'Esta foto não serve. Use uma de uma só pessoa, com boa luz, olhando para a câmera.',
  failed: {
    title: 'Não funcionou',
    network: 'Algo não pôde ser carregado. Verifique a conexão e tente de novo.',
    device: 'Este dispositivo não consegue agora. Tente de novo ou use outra maneira.',
    setup: 'Esta página não está bem configurada. Use outra maneira por enquanto.',
    other: 'Ocorreu um erro. Tente de novo ou use outra maneira.',
  },
  unsupported: { title: 'Não é possível aqui', detail: 'Falta a este navegador o necessário. Use outra maneira.' },
};
