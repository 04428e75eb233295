import { existsSync, readdirSync, readFileSync } from 'node:fs';

/*
 * The law of imports; docs/design/house.md says it in words and pictures. A place is the beginning of a path from the
 * repository's root, written as a regular expression. An import of a type counts like any other.
 */

/** @import { IConfiguration, IRegularForbiddenRuleType as Law } from 'dependency-cruiser' */

const CORE = 'packages/core/';
const NETS = 'packages/nets/';
const KERNELS = 'packages/kernels/';
const EVAL = 'packages/eval/';
const RUNTIME = 'packages/runtime/';
const ELEMENT = 'packages/element/';
const HEADLESS = 'packages/headless/';
const TRAINING = 'packages/training/';
const TESTKIT = 'packages/testkit/';
/** Says where things lie in this repository. */
const REPOSITORY = 'packages/repository/';
const EXAMPLES = 'examples/';
const E2E = 'e2e/';
/** Configures Vite and Vitest. It imports by path what Vite has to compile before it is there. */
const VITE = 'vite.config.ts';

const TESTS = ['.+\\.test(-d)?\\.ts$', '.+/testing/', E2E, VITE];
/** What builds a package and is not shipped with it. */
const BUILD = [
  '.+\\.config\\.[jt]s$',
  '.+\\.d\\.ts$',
  `${ELEMENT}inside-sdk/`,
  `${RUNTIME}(assets/(?!asset-file|packaged-assets)|vite/from-source)`,
];

/** Counts, times and compares networks, also those that have no weights. */
const ZOO = [`${HEADLESS}(src/zoo|zoo-page|src/backends|backends-page|src/bench/peers)/`];
const ZOO_EXAMPLE = `${EXAMPLES}compare/src/untrained.ts`;
/** Sends photographs through the SDK in a browser. */
const MEASURING = [`${TRAINING}src/measure/browser/`, `${TRAINING}src/commands/`];

const TFJS = '.*@tensorflow/';
const BACKENDS = `${TFJS}tfjs(/|-backend-|-node)`;
const MEDIAPIPE = '.*@mediapipe/';
const DETECTOR = `${RUNTIME}src/detector/mediapipe-face-detector.ts`;
const LABELLER = `${HEADLESS}landmarker-page/harness.ts`;

/** The rooms of training in the order in which a weight is made; each imports from itself and those before it. */
const ROOMS = ['data', 'teach', 'losses', 'engine', 'learn', 'measure', 'publish', 'recipes', 'commands'];
const room = (/** @type {string} */ name) => `${TRAINING}src/${name}/`;

/** Small packages whose code the SDK carries, so that a page needs nothing else; users install none of them. */
const CARRIED = ['node_modules/(idb|jose)/'];

// An optional peer is in three places of a manifest, and counts as what it is in each.
/** @type {Law['to']} */
const UNDECLARED = { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['npm-peer'] };
/** @type {Law['to']} */
const DEV_ONLY = { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm-peer'], pathNot: at(CARRIED) };

/** The packages that exist, by what their manifests say. */
const PACKAGES = [...foldersIn('packages/'), ...foldersIn(EXAMPLES), E2E].map((folder) => ({
  folder,
  manifest: JSON.parse(readFileSync(new URL(`${folder}package.json`, import.meta.url), 'utf8')),
}));

const LAWS = [
  never('core imports nothing', [CORE], { pathNot: at([CORE]) }, TESTS),
  never('core, nets and eval run anywhere', [CORE, NETS, EVAL], { dependencyTypes: ['core'] }, TESTS),
  never('the SDK runs in browsers', [`${RUNTIME}src/`, ELEMENT], { dependencyTypes: ['core'] }, TESTS),
  never('views talk to the runtime alone', [ELEMENT, EXAMPLES], { path: at([CORE, TFJS]) }),

  only('nets serves kernels, runtime, training, testkit, zoo', NETS, [KERNELS, RUNTIME, TRAINING, TESTKIT, ...ZOO]),
  only('kernels serves runtime, zoo', KERNELS, [RUNTIME, ...ZOO]),
  only('eval serves headless, training, e2e', EVAL, [HEADLESS, TRAINING, E2E]),
  only('runtime serves element, headless, examples, e2e', RUNTIME, [ELEMENT, HEADLESS, EXAMPLES, E2E, VITE]),
  only('headless serves measuring, e2e', HEADLESS, [...MEASURING, ZOO_EXAMPLE, E2E, VITE]),
  only('element serves examples, e2e', ELEMENT, [EXAMPLES, E2E]),
  only('training serves nobody', TRAINING, []),
  only('examples serve the configuration that builds their pages', EXAMPLES, [VITE]),
  only('e2e serves nobody', E2E, []),
  only('testkit serves tests', `${TESTKIT}(?!fixtures/)`, TESTS),
  only('repository serves what runs in Node', REPOSITORY, [HEADLESS, TRAINING, TESTKIT, ...BUILD, ...TESTS]),
  only('testing tools serve tests', '.+/testing/', TESTS),
  only('MediaPipe has a file in runtime, one in headless', MEDIAPIPE, [DETECTOR, LABELLER, ...TESTS]),
  only('tfjs backends have a folder in runtime, one in training, one and a file in the zoo', BACKENDS, [
    `${RUNTIME}src/backend/`,
    `${HEADLESS}(src/zoo/start-wasm.ts|backends-page/)`,
    room('engine'),
    ...TESTS,
  ]),
  // What is not in the engine's bundle is light: of the networks it knows types, and the name of the default.
  never(
    'the engine alone computes',
    [RUNTIME],
    { path: at([TFJS, MEDIAPIPE, KERNELS, `${NETS}src/(?!default-model)`]), dependencyTypesNot: ['type-only'] },
    [`${RUNTIME}src/(backend|detector|networks|pipeline|weights)/`, ...TESTS, ...BUILD],
  ),
  ...ROOMS.map((name, i) =>
    only(`room ${name} serves later rooms`, room(name), [...ROOMS.slice(i + 1).map(room), ...TESTS]),
  ),

  never('no circles', [''], { circular: true }),
  never('packages by name', ['((?:packages|examples)/[^/]+/|e2e/)'], {
    path: at(['packages/', EXAMPLES, E2E]),
    pathNot: '^$1',
    dependencyTypes: ['local'],
  }),
  never('nothing missing', [''], { couldNotResolve: true, pathNot: '\\?url$' }),
  never('nothing undeclared', [''], UNDECLARED),
  // The SDK is published in bundles that hold what they import.
  never('nothing undeclared at run time', [''], DEV_ONLY, [`${RUNTIME}src/`, ...TESTS, ...BUILD]),
  ...PACKAGES.flatMap(declared),
];

/** @type {IConfiguration} */
export default {
  forbidden: LAWS,
  options: {
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['face-verify-source', 'types', 'import', 'node', 'default'],
    },
    doNotFollow: { path: 'node_modules' },
    // Those of frameworks are apps of their own, which nothing here installs.
    exclude: { path: '^((packages/[^/]+|examples)/dist|examples/frameworks)/' },
    skipAnalysisNotInRules: true,
  },
};

/**
 * What stands in these places, apart from the exempt ones, does not import that.
 *
 * @param {string} name
 * @param {string[]} places
 * @param {Law['to']} to
 * @param {string[]} exempt
 * @returns {Law}
 */
function never(name, places, to, exempt = []) {
  const from = { path: at(places), ...(exempt.length > 0 && { pathNot: at(exempt) }) };
  return { name, severity: 'error', from, to };
}

/**
 * What stands in a place is imported by itself and these others, and by nobody else.
 *
 * @param {string} name
 * @param {string} place
 * @param {string[]} others
 */
function only(name, place, others) {
  return never(name, [''], { path: at([place]) }, [place, ...others]);
}

/**
 * A package's manifest names those packages of this repository that it imports, in `dependencies` what it runs on.
 * A published package holds the code of the unpublished ones that it was built from: it has them in `devDependencies`.
 *
 * @param {(typeof PACKAGES)[number]} ours
 */
function declared({ folder, manifest: { dependencies, devDependencies, private: unpublished } }) {
  const others = (names = {}) => ({
    path: at(['packages/', EXAMPLES, E2E]),
    pathNot: at([folder, ...PACKAGES.filter(({ manifest }) => manifest.name in names).map((named) => named.folder)]),
  });
  const all = { ...dependencies, ...devDependencies };
  return [
    never('nothing undeclared', [folder], others(all)),
    never('nothing undeclared at run time', [folder], others(unpublished ? dependencies : all), [...TESTS, ...BUILD]),
  ];
}

/** @param {string} parent */
function foldersIn(parent) {
  const folders = readdirSync(new URL(parent, import.meta.url)).map((name) => `${parent}${name}/`);
  return folders.filter((folder) => existsSync(new URL(`${folder}package.json`, import.meta.url)));
}

/** @param {string[]} places */
function at(places) {
  return places.map((place) => `^${place}`);
}
