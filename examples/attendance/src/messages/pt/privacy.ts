import type { PrivacyMessages } from '../en/privacy.ts';

export const privacy: PrivacyMessages = {
  title: 'Privacidade',
  intro:
    'O que este registro de presença guarda, onde e por quanto tempo. Você pode mostrar esta página a qualquer pessoa.',
  what: {
    title: 'O que é guardado',
    items: [
      'Nome, número e grupo, como alguém os digitou.',
      'Consentimento: para quê, quem o deu, quando e com qual texto.',
      'Só com consentimento: um modelo do rosto, alguns números pelos quais ele é encontrado de novo. Nenhuma imagem pode ser feita dele, mas ele continua sendo um dado biométrico.',
      'Só com consentimento para isso: as fotos com que uma pessoa foi cadastrada.',
      'PIN e cartão como resumos criptográficos: nenhum pode ser lido de volta.',
      'De cada registro: quem, quando, entrada ou saída, de que maneira, em qual terminal e se o relógio estava certo. Nunca o quanto um rosto se parecia, e nunca uma imagem.',
    ],
    never: 'Imagens da câmera são olhadas neste dispositivo e descartadas na hora. Nenhuma é guardada ou enviada.',
  },
  where: {
    title: 'Onde está',
    alone: 'Só neste dispositivo, neste navegador. Nada é enviado a lugar nenhum.',
    shared:
      'Neste dispositivo e em cada terminal que compartilha com ele, pelo seu servidor. O servidor vê identificadores aleatórios, horas, entradas e saídas e configurações; nomes, rostos e motivos são cifrados com chaves que ele nunca tem.',
    disk: 'Nomes, modelos, PINs e motivos são cifrados com uma chave própria de cada pessoa. Quem tem este dispositivo desbloqueado os tem mesmo assim: bloqueie-o e cifre o disco.',
    backups:
      'Backups e arquivos exportados estão onde você os põe. Um backup é cifrado; listas e registros exportados não são.',
  },
  howLong: {
    title: 'Por quanto tempo',
    records: (days) =>
      `Registros de presença: ${days}; depois são removidos sozinhos. Isso é definido nas configurações.`,
    recordsForever:
      'Registros de presença: até alguém os remover. Isso é definido nas configurações; um prazo que baste ao seu fim é melhor.',
    people: 'Pessoas: até serem removidas. Modelos: até o consentimento ser retirado ou a pessoa ser removida.',
    now: (people, faces, photographs) =>
      `No momento: ${people}, de ${faces} o rosto, de ${photographs} o consentimento para manter fotos.`,
  },
  deleting: {
    title: 'O que remover faz, e o que não faz',
    items: [
      'Quem é removido não pode mais ser lido: a chave própria da pessoa é destruída aqui na hora, e nos outros terminais e no servidor assim que souberem. Um que está sem conexão a tem até então.',
      'O resto cifrado também é removido, mas o navegador pode manter seus bytes em seus arquivos até arrumá-los. Sem a chave ninguém pode lê-los.',
      'Registros podem ficar depois que uma pessoa é removida; são então de alguém desconhecido.',
      'Backups e arquivos exportados não são alcançados. Apague você mesmo os antigos.',
      'Para se livrar de cada byte nos arquivos do navegador, limpe os dados deste site no navegador, ou sirva uma página com o cabeçalho Clear-Site-Data: "storage".',
    ],
  },
  law: {
    title: 'O que a lei pede',
    intro:
      'Esta página não é aconselhamento jurídico, e este programa sozinho não torna nada lícito. Pergunte a quem aconselha você antes de começar.',
    items: [
      'União Europeia (RGPD, artigo 9): um modelo de um rosto é um dado biométrico de categoria especial. O consentimento precisa ser explícito e livre. No trabalho e na escola ele raramente é livre, pois um lado depende do outro; algumas autoridades multaram escolas e empregadores por controlar a presença pelo rosto. Você precisa antes de uma avaliação de impacto (artigo 35) e de maneiras sem rosto que sejam igualmente boas.',
      'Illinois (BIPA): uma política escrita que qualquer pessoa possa ler, com prazos de eliminação; informação por escrito e uma autorização por escrito antes de um rosto ser captado; nada é vendido ou repassado. As pessoas podem processar por cada violação.',
      'Outros lugares têm leis próprias. Crianças precisam do consentimento da mãe, do pai ou de um responsável.',
    ],
  },
  otherWay: {
    title: 'Sempre há outra maneira',
    text: 'Todos podem registrar presença com PIN ou cartão, sem motivo e sem desvantagem. O terminal oferece isso desde o início. O consentimento pode ser retirado a qualquer momento: o modelo é então apagado na hora.',
    without: (people) => `No momento ${people} registram presença sem o rosto.`,
  },
};
