import type { LossTable } from '../../losses/loss-definition.ts';
import { LOSSES } from '../../losses/losses.ts';

const INTRODUCTION = `# Losses

How an embedder learns from identities, in [\`packages/training\`](../../packages/training/README.md). Written by
\`npm run -s lab -- write-losses\` from the table that configurations and tests use too,
\`packages/training/src/losses/losses.ts\`; edit that, not this page.

A run on identities (\`kind: 'identity'\`) names one **head**, and where it wants them **weightings**, **terms** and a
**distillation**; each with the options that are not to be the defaults:

\`\`\`ts
loss: {
  head: { name: 'svgs', m2: 0.35 },
  weightings: [{ name: 'class-balanced' }],
  terms: [{ name: 'intra', weight: 0.5 }, { name: 'inter' }],
},
distillation: { name: 'cosine' },
\`\`\`

What is lowered is the mean over the batch of each picture's cross-entropy times its weights, plus the terms and the
distillation times theirs. Label smoothing is an option of all heads (\`labelSmoothing\`).

In the formulas x is an embedding, W_j the weights of class j, y the picture's own class, θ_j the angle between x and
W_j, c_j its cosine, s the scale, m a margin, C the number of classes, N that of the pictures of a batch. Logits are
given for the own class (target) and for the others.

![Logit of the target against the angle, for every margin loss](losses.svg)

The picture is drawn by the heads themselves, with their defaults. A line that lies lower asks for a smaller angle
before it is content. SV-softmax, SVGS, MV-softmax and CurricularFace differ from the head whose line they share in the
other classes' logits; AdaCos in the scale. AML's margin is the mean over the batch, drawn as if the whole batch lay at
that angle. Where a line rises again, lowering the loss would turn the embedding further away: ArcFace and the combined
margin are guarded against that, AML is not (beyond 135°, the repo variant beyond 96°).`;

/** What the entries of a table have in common, by the key of {@link LOSSES}. */
const CHAPTERS: Readonly<Record<keyof typeof LOSSES, readonly [title: string, text: string]>> = {
  heads: [
    'Heads',
    'Turn cosines into logits. What a head keeps from step to step is part of the checkpoint, and no gradient flows through it. Angles stay a hair from 0 and π, where their slope is infinite.',
  ],
  weightings: ['Weightings', 'Say how much each picture counts in the cross-entropy. Several multiply.'],
  terms: ['Terms', 'Are added to the cross-entropy, times their `weight`.'],
  distillations: [
    'Distillations',
    'Compare with a teacher, and are added times their `weight`. Cosine and mean squared need a teacher whose embeddings are as long as the student’s.',
  ],
};

/** The page about losses, as Markdown. */
export function lossGuide(): string {
  const chapters = (Object.keys(CHAPTERS) as (keyof typeof LOSSES)[]).map((key) => {
    const [title, text] = CHAPTERS[key];
    return [`## ${title}`, wrap(text), ...entries(LOSSES[key])].join('\n\n');
  });
  return `${[INTRODUCTION, ...chapters].join('\n\n')}\n`;
}

function entries(table: LossTable): string[] {
  return Object.entries(table).map(([name, { title, formula, defaults, source }]) =>
    [
      `### ${title}`,
      `\`\`\`\n${formula.join('\n')}\n\`\`\``,
      `Name and defaults: \`${choiceText({ name, ...defaults })}\``,
      wrap(`Source: ${source}`),
    ].join('\n\n'),
  );
}

/** As one would write it in a configuration. */
function choiceText(value: object): string {
  const fields = Object.entries(value).map(([key, field]) => {
    const text = typeof field === 'string' ? `'${field}'` : typeof field === 'object' ? choiceText(field) : `${field}`;
    return `${key}: ${text}`;
  });
  return `{ ${fields.join(', ')} }`;
}

/** Breaks a paragraph into lines as long as those of the other pages. */
function wrap(paragraph: string): string {
  const lines = [''];
  for (const word of paragraph.split(' ')) {
    const line = lines.at(-1) as string;
    if (`${line} ${word}`.length > 120) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join('\n');
}
