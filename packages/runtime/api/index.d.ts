/** A position in pixels; integers are pixel centres, x to the right, y down. */
interface Point {
    readonly x: number;
    readonly y: number;
}
/** An axis-parallel rectangle in pixels. */
interface Box {
    readonly xPx: number;
    readonly yPx: number;
    readonly widthPx: number;
    readonly heightPx: number;
}

/** Interleaved 8-bit pixels, sRGB, row by row from the top left, RGB or RGBA. */
interface PixelImage<Channels extends 3 | 4 = 3 | 4> {
    readonly widthPx: number;
    readonly heightPx: number;
    readonly channels: Channels;
    /** `widthPx · heightPx · channels` bytes. */
    readonly data: Uint8Array | Uint8ClampedArray;
}
/** Red, green and blue of each pixel, 0 to 255, row by row. */
type RgbImage = PixelImage<3>;

/**
 * The five landmarks, made of the 17 points: what a face is aligned by. Left and right
 * are the image's, not the person's: `leftEye` is the eye nearer to the left edge of an upright photograph.
 */
interface FiveLandmarks {
    /** Middle of the eye's corners. */
    readonly leftEye: Point;
    readonly rightEye: Point;
    readonly noseTip: Point;
    readonly leftMouthCorner: Point;
    readonly rightMouthCorner: Point;
}
/** What a face detector can give: a box and four facial points, too coarse to align by. */
interface FaceDetection {
    readonly box: Box;
    readonly leftEye: Point;
    readonly rightEye: Point;
    readonly noseTip: Point;
    readonly mouthCentre: Point;
    /** The detector's own score in [0, 1]; comparable only between detections of one detector. */
    readonly score: number;
}
/** A face at a standard place and size: 112×112 RGB, as alignment gives it. */
interface AlignedFace {
    readonly image: RgbImage;
    readonly landmarks: FiveLandmarks;
    /** Aligned pixels per source pixel: above 1 the face was enlarged and is blurred. */
    readonly scale: number;
}

declare const contractBrand: unique symbol;
/** Names everything that two embeddings must share to be comparable. */
type ContractId = string & {
    readonly [contractBrand]: true;
};

declare const similarityBrand: unique symbol;
/** Raw cosine in [-1, 1]; not a probability. */
type CosineSimilarity = number & {
    readonly [similarityBrand]: true;
};
/** A face as a direction in the embedder's space. It outlives the page as {@link embeddingCodec} writes it. */
interface Embedding {
    /** Unit length. */
    readonly vector: Float32Array;
    /** Length before normalising; low for faces that the network saw poorly. */
    readonly norm: number;
    readonly contract: ContractId;
}

/** A similarity from which on two faces count as one person's, as a model's card has it: with what it costs. */
interface Threshold {
    readonly similarity: number;
    /** False match rate that it was chosen for, e.g. 0.001. */
    readonly targetFmr: number;
    /** 95 % interval of the false match rate, by bootstrap over identities. */
    readonly fmrInterval: readonly [low: number, high: number];
    /** The pairs that it was measured on. */
    readonly measuredOn: string;
}
/**
 * Whose false matches a rate counts: those of any two people, or of two who are alike in apparent age, gender and
 * descent, as relatives and neighbours often are.
 */
type Strangers = 'anyone' | 'similar';
/**
 * Where to decide: at a false match rate that the model's card has a threshold for, or from a similarity of one's own
 * on.
 *
 * @example
 * const strict: ThresholdChoice = { fmr: 0.0001 };
 * const amongAlike: ThresholdChoice = { fmr: 0.001, against: 'similar' };
 */
type ThresholdChoice = 
/** Default `'anyone'`. */
{
    readonly fmr: number;
    readonly against?: Strangers;
    readonly similarity?: never;
}
/** A cosine above 0 and up to 1. */
 | {
    readonly similarity: number;
    readonly against?: never;
    readonly fmr?: never;
};
/** A threshold whose false match rate is known. */
interface RatedThreshold {
    /** The least similarity of a match. */
    readonly similarity: number;
    /** The false match rate is this, or less. */
    readonly fmr: number;
    /** Whose false match rate that is; that of the others is another. */
    readonly against: Strangers;
    /**
     * Whether this similarity was measured, or lies above one that was: then `fmr` is an upper bound, and it,
     * `fmrInterval` and `measuredOn` are those of the similarity that was measured.
     */
    readonly basis: 'measured' | 'upper-bound';
    /** 95 % interval of the false match rate, by bootstrap over identities. */
    readonly fmrInterval: readonly [low: number, high: number];
    /** The pairs that it was measured on. */
    readonly measuredOn: string;
}
/** A similarity of the application's own, below every one that was measured: nobody knows how many strangers reach it. */
interface UnratedThreshold {
    /** The least similarity of a match. */
    readonly similarity: number;
    readonly fmr: 'unknown';
}
/** What a decision was made at. Its false match rate can be read only where it is known. */
type DecisionThreshold = RatedThreshold | UnratedThreshold;

/** Why a photograph gives no face to compare. */
type CaptureRefusal = 'no-face' | 'multiple-faces' | 'face-too-small'
/** An eye, the nose or a corner of the mouth lies outside the image. */
 | 'face-cut-off' | 'face-too-dark' | 'face-too-bright'
/** Out of focus, or moved. */
 | 'face-blurred'
/** Something plain lies over it, or over the eyes; or it was coarsened into blocks. */
 | 'face-covered'
/** To a side, up or down, further than it was measured that strangers are told apart. */
 | 'face-turned'
/** Wider or narrower than faces are. */
 | 'face-distorted'
/** In fog, in coloured light, in noise, a negative, or hardly seen to be a face at all. */
 | 'face-uncertain';
/** Why no decision could be made. */
type InconclusiveReason = CaptureRefusal | 'model-not-trained';
/**
 * The decision about two faces. Whatever could not be compared is `inconclusive`, with the reason and the side that it
 * lies on.
 */
type VerificationResult = {
    readonly outcome: 'match' | 'non-match';
    readonly similarity: CosineSimilarity;
    readonly threshold: DecisionThreshold;
} | {
    readonly outcome: 'inconclusive';
    readonly reason: CaptureRefusal;
    /** The side that could not be used. */
    readonly side: 'probe' | 'reference';
}
/** The model has no threshold whose error rate is known. */
 | {
    readonly outcome: 'inconclusive';
    readonly reason: 'model-not-trained';
};

/** What is stored of an enrolled subject: one embedding that stands for one or more of their faces. */
interface FaceTemplate {
    /** Its norm tells how much the faces agree, 1 where they are all the same; it is no face's norm. */
    readonly embedding: Embedding;
    /** How many faces it was averaged from. */
    readonly faceCount: number;
}

/** A face to compare: of a capture, of an enrolment, or as an embedding. */
type ComparableFace = {
    readonly outcome: 'captured';
    readonly embedding: Embedding;
} | FaceTemplate | Embedding;
/** One side of a comparison: a face, or a capture without one. */
type ComparedFace = ComparableFace | RefusedFace;
interface RefusedFace {
    readonly outcome: 'inconclusive';
    readonly reason: CaptureRefusal;
}

/** How a value leaves memory and comes back, the same to the bit. */
interface Codec<Value> {
    /** @throws {FaceVerifyError} `embedding-invalid` where the value is none, so that nothing broken is kept */
    encode(value: Value): Uint8Array<ArrayBuffer>;
    /** The same as text, for JSON and forms: the bytes in Base64. @throws as {@link encode} */
    encodeText(value: Value): string;
    /**
     * Gives back what `encode` or `encodeText` was given.
     *
     * @param stored - bytes, or text
     * @throws {FaceVerifyError} `embedding-invalid` for anything else, and where a single bit was changed; that the
     *   embedding is of the model in use is checked where it is compared
     */
    decode(stored: Uint8Array | ArrayBuffer | string): Value;
}
/** Stores one face. */
declare const embeddingCodec: Codec<Embedding>;
/** Stores what is kept of an enrolled subject. */
declare const templateCodec: Codec<FaceTemplate>;

/** Every way in which a broken precondition is reported. Closed and stable: applications switch on it. */
type FaceVerifyErrorCode = 
/** No photograph, a damaged one, or one of a kind that the browser cannot read. */
'image-unreadable'
/** No pixels: an empty file, a video without a frame, a bitmap that was closed. */
 | 'image-empty'
/** More bytes or pixels than this library decodes. */
 | 'image-too-large'
/** A file of the package could not be loaded, or may not be used where the page puts it. */
 | 'asset-unavailable'
/** A file of the package came, and is not the one that belongs to this version: cut short, changed or replaced. */
 | 'asset-corrupt'
/** A model's card or weights are not what they have to be, or compute something else. */
 | 'weights-corrupt'
/** Weights of another network, or of another version of it. */
 | 'topology-mismatch'
/** Embeddings of different models or preprocessing: enrol again. */
 | 'contract-mismatch'
/** No embedding or template, or a broken one, from a network or from storage. */
 | 'embedding-invalid'
/** No gallery, a broken one from storage, one that changed while it was searched, or more than memory holds. */
 | 'gallery-invalid'
/** An id that no gallery holds, that is taken already, or that is not there. */
 | 'id-invalid'
/** The browser cannot compute here, or no longer, as after a lost GPU. */
 | 'backend-unavailable'
/** The points of a face fall together. */
 | 'geometry-degenerate'
/** The visitor, or the page's policy, does not let the camera be used. */
 | 'camera-permission-denied'
/** There is no camera, or another program has it. */
 | 'camera-unavailable'
/** The browser lets nothing be stored here, or its storage does not answer; `details.reason` says which. */
 | 'storage-unavailable'
/** The disk, or what the browser allows this origin of it, is full; nothing was changed. */
 | 'storage-full'
/** Something stored was damaged or exchanged, or its key is gone: it can be deleted, but never be read. */
 | 'record-corrupt'
/** No export of a vault, a damaged one, or one whose passphrase is another. */
 | 'export-unreadable'
/** An option that is out of range, or that the model does not have. */
 | 'option-invalid'
/** The caller's own signal was aborted. */
 | 'aborted'
/** The verifier has been disposed of. */
 | 'disposed'
/** A mistake of this library; please report it. */
 | 'internal';
type ErrorDetails = Readonly<Record<string, string | number | boolean>>;
/**
 * The one error class. It never holds pixels, embeddings or templates, so it is safe to log: anything that may be the
 * content of a file is cut out of `message` and of the texts in `details`, and both are kept short.
 *
 * `cause` is the error underneath, for debugging: the original if its text is safe and it has no fields of its own,
 * otherwise a copy of its name, message and stack with the same contents cut out. An object that is no error is left
 * out. Neither `toString()` nor JSON shows the cause.
 */
declare class FaceVerifyError extends Error {
    readonly code: FaceVerifyErrorCode;
    readonly details: ErrorDetails;
    constructor(code: FaceVerifyErrorCode, message: string, options?: {
        details?: Record<string, string | number | boolean>;
        cause?: unknown;
    });
    /** What `JSON.stringify` writes: everything but the cause and the stack. */
    toJSON(): {
        name: string;
        code: FaceVerifyErrorCode;
        message: string;
        details: ErrorDetails;
    };
}
/**
 * The error as a coded one: itself, one of another copy of this library as one of this, otherwise `fallback` with the
 * error as its cause. An `AbortError` is not taken for
 * the caller's abort: browsers also throw it when a GPU is lost.
 */
declare function toFaceVerifyError(error: unknown, fallback: FaceVerifyErrorCode): FaceVerifyError;

/**
 * The points that are found in a face, in the order in which arrays hold them. Left and right are the image's, not the
 * person's.
 */
declare const FACE_POINT_NAMES: readonly ["leftEyeOuterCorner", "leftEyeInnerCorner", "leftUpperLid", "leftLowerLid", "rightEyeInnerCorner", "rightEyeOuterCorner", "rightUpperLid", "rightLowerLid", "noseTip", "leftMouthCorner", "rightMouthCorner", "upperLipOuter", "upperLipInner", "lowerLipInner", "lowerLipOuter", "forehead", "chin"];
type FacePointName = (typeof FACE_POINT_NAMES)[number];
/** Where each of them lies, in pixels of the image that it was found in. */
type FacePoints = Readonly<Record<FacePointName, Point>>;

/**
 * Templates of many subjects, each under an id, to look for a probe among. They lie in one block of memory, 4 bytes for
 * each number: 100,000 of 128 numbers take 51 MB. It outlives the page as `galleryCodec` writes it.
 *
 * Iterating gives the id and the embedding of each, in no particular order.
 */
interface Gallery extends Iterable<readonly [id: string, embedding: Embedding]> {
    /** Of all its embeddings. */
    readonly contract: ContractId;
    /** How many subjects it has. */
    readonly size: number;
    /** Whether there is a subject of this id. */
    has(id: string): boolean;
    /** The embedding that was added, as a copy: to compare a probe with one subject. Undefined where there is none. */
    get(id: string): Embedding | undefined;
    /**
     * Takes a subject in.
     *
     * @param id - 1 to 1,024 characters; the application's own name for the subject, better no person's name
     * @param face - a template; a capture or an embedding will do
     * @throws {FaceVerifyError} `id-invalid` where the id is none, or is taken: two subjects must not become one;
     *   `embedding-invalid`, `contract-mismatch` as `compare`; `gallery-invalid` where memory is used up. The gallery is as
     *   it was before then.
     */
    add(id: string, face: ComparableFace): void;
    /** Puts another template in the place of a subject's. @throws as {@link add}, `id-invalid` where nobody has the id */
    replace(id: string, face: ComparableFace): void;
    /** Takes a subject out and wipes the numbers. False where nobody has the id. */
    remove(id: string): boolean;
}

/**
 * An empty gallery.
 *
 * @param contract - the verifier's, which captures and compares
 * @throws {FaceVerifyError} `option-invalid` where it is no contract
 * @example
 * const gallery = createGallery(verifier.contract);
 * gallery.add('member-17', enrolled.template);
 */
declare function createGallery(contract: ContractId): Gallery;

/** Which pairs of a gallery count as one person, and how many are listed. */
interface DuplicateOptions {
    /** Default: the strictest that was measured for the model, since a gallery has many more pairs than subjects. */
    readonly threshold?: ThresholdChoice;
    /** The most pairs that are listed, from 1 to 100,000; default 1,000. All are counted. */
    readonly limit?: number;
}
/** Two subjects that look like one person. */
interface DuplicatePair {
    readonly ids: readonly [string, string];
    readonly similarity: CosineSimilarity;
}
/** Pairs of a gallery that look like one person; or that nothing was decided, since the model is not trained. */
type DuplicatesResult = {
    readonly outcome: 'searched';
    /** Those that reach the threshold, the most similar first: for a person to look at. */
    readonly pairs: readonly DuplicatePair[];
    /** How many reach it, also beyond the limit. */
    readonly found: number;
    /** How many pairs the gallery has. */
    readonly compared: number;
    /** How many pairs of two people are expected to be among those found: `compared` times the false match rate. */
    readonly expectedFalse: number | 'unknown';
    readonly threshold: DecisionThreshold;
} | {
    readonly outcome: 'inconclusive';
    readonly reason: 'model-not-trained';
};
/** How far a search has come. */
interface SearchProgress {
    /** Pairs compared. */
    readonly done: number;
    readonly total: number;
}

/** How a gallery leaves memory and comes back, the same to the bit. */
interface GalleryCodec {
    /** @throws {FaceVerifyError} `gallery-invalid` where this is no gallery, or memory does not suffice */
    encode(gallery: Gallery): Uint8Array<ArrayBuffer>;
    /**
     * Gives back what `encode` was given.
     *
     * @throws {FaceVerifyError} `gallery-invalid` for anything else, and where a single bit was changed; that it is of
     *   the model in use is checked where it is searched
     */
    decode(stored: Uint8Array | ArrayBuffer): Gallery;
}
/**
 * Stores a whole gallery, as bytes that belong into an encrypted place: they hold biometric data.
 *
 * @example
 * const bytes = galleryCodec.encode(gallery);
 * const again = galleryCodec.decode(bytes);
 */
declare const galleryCodec: GalleryCodec;

/**
 * Where to decide among the subjects of a gallery: as for one comparison, or by the expected false positive
 * identification rate, FPIR, which is the chance that somebody who is in no way enrolled is taken for one of them.
 */
type IdentificationThresholdChoice = (ThresholdChoice & {
    readonly fpir?: never;
})
/** Above 0 and below 1. */
 | FpirChoice;
interface FpirChoice {
    readonly fpir: number;
    /** Default `'anyone'`; `'similar'` where those who are not enrolled are like those who are. */
    readonly against?: Strangers;
    readonly fmr?: never;
    readonly similarity?: never;
}
/** What a threshold means for a gallery of a certain size. */
type GalleryThreshold = RatedGalleryThreshold | UnratedGalleryThreshold;
interface RatedGalleryThreshold extends RatedThreshold {
    readonly gallerySize: number;
    /** Chance that a stranger is identified, expected from `fmr` and the size: 1 − (1 − FMR)^size. */
    readonly fpir: number;
    /** The same of both ends of `fmrInterval`. */
    readonly fpirInterval: readonly [low: number, high: number];
}
interface UnratedGalleryThreshold extends UnratedThreshold {
    readonly gallerySize: number;
    readonly fpir: 'unknown';
}
/** The gallery is too large for the rate that was asked for, whatever threshold of the model is taken. */
interface GalleryTooLarge {
    readonly reason: 'gallery-too-large';
    /** Of how many subjects it could be at most. */
    readonly largestGallery: number;
}
/**
 * The chance that a stranger reaches a threshold with at least one of so many subjects, if each comparison goes wrong
 * for itself.
 *
 * @throws {FaceVerifyError} `option-invalid` where these are no rate and no number of subjects
 */
declare function expectedFpir(fmr: number, gallerySize: number): number;

/** A subject of a gallery, and how similar it is to a probe. */
interface Candidate {
    /** That the subject was added under. */
    readonly id: string;
    readonly similarity: CosineSimilarity;
}

/** How sure an identification has to be, and how many candidates it lists. */
interface IdentifyOptions {
    /**
     * Default `{ fpir: 0.01 }`: one stranger in 100 is taken for somebody, whatever the gallery's size. Not the
     * verifier's, which is for one comparison: 1,000 of them at a false match rate of 0.001 identify 63 strangers in 100.
     */
    readonly threshold?: IdentificationThresholdChoice;
    /** The most candidates, from 1 to 1,000; default 5. */
    readonly k?: number;
    /**
     * How much more similar than the second of the gallery the first has to be, a difference of cosines in [0, 2];
     * default 0.05. At 0 the result is inconclusive only where both are equally similar.
     */
    readonly margin?: number;
}
/** Those who reach the threshold, the most similar first. */
type Candidates = readonly [Candidate, ...Candidate[]];
/** Who of a gallery is seen, nobody of it, or that nothing could be decided. Candidates are the most similar first. */
type IdentificationResult = {
    readonly outcome: 'identified';
    readonly candidates: Candidates;
    /** How much more similar the first is than the second of the gallery; undefined in a gallery of one. */
    readonly margin: number | undefined;
    readonly threshold: GalleryThreshold;
}
/** Nobody in the gallery reaches the threshold. */
 | {
    readonly outcome: 'not-identified';
    readonly threshold: GalleryThreshold;
}
/** Somebody does, but another subject is as similar, or nearly. */
 | {
    readonly outcome: 'inconclusive';
    readonly reason: 'candidates-too-close';
    readonly candidates: Candidates;
    readonly margin: number;
    readonly threshold: GalleryThreshold;
} | ({
    readonly outcome: 'inconclusive';
} & GalleryTooLarge) | {
    readonly outcome: 'inconclusive';
    readonly reason: CaptureRefusal | 'model-not-trained';
};

/** What one measure of a face may be; within both limits where there are two. */
interface QualityLimit {
    readonly least: number;
    readonly most: number;
    /** What a face is refused as that is outside. */
    readonly reason: CaptureRefusal;
}
/**
 * What is measured of a face before it is compared, and from where on it is refused. Names follow ISO/IEC 29794-5 and
 * OFIQ where these have one; light is in values of 0 to 255.
 *
 * Each limit lies where ordinary photographs end. What they refuse: docs/generated/conditions.md.
 */
declare const QUALITY_LIMITS: {
    readonly insideImage: {
        readonly least: -0.05;
        readonly most: number;
        readonly reason: "face-cut-off";
    };
    readonly luminanceMean: {
        readonly least: 25;
        readonly most: 255;
        readonly reason: "face-too-dark";
    };
    readonly overExposure: {
        readonly least: 0;
        readonly most: 0.47;
        readonly reason: "face-too-bright";
    };
    readonly dynamicRange: {
        readonly least: 32;
        readonly most: 255;
        readonly reason: "face-uncertain";
    };
    readonly blueOverRed: {
        readonly least: 0;
        readonly most: 1.2;
        readonly reason: "face-uncertain";
    };
    readonly noise: {
        readonly least: 0;
        readonly most: 0.6;
        readonly reason: "face-uncertain";
    };
    readonly sharpness: {
        readonly least: 0.06;
        readonly most: number;
        readonly reason: "face-blurred";
    };
    readonly plainShare: {
        readonly least: 0;
        readonly most: 0.47;
        readonly reason: "face-covered";
    };
    readonly eyeDarkness: {
        readonly least: -0.3;
        readonly most: 0.865;
        readonly reason: "face-covered";
    };
    readonly yawDegrees: {
        readonly least: -45;
        readonly most: 45;
        readonly reason: "face-turned";
    };
    readonly pitchDegrees: {
        readonly least: -30;
        readonly most: 30;
        readonly reason: "face-turned";
    };
    readonly relativeWidth: {
        readonly least: 0.8;
        readonly most: 1.25;
        readonly reason: "face-distorted";
    };
};
/**
 * The name of something that is measured on a face, such as its sharpness. `presence`, whose limit is the point network's
 * own, is how probably there is a face, seen as its points say.
 */
type QualityMeasure = keyof typeof QUALITY_LIMITS | 'presence';
/** The values of all measures of one face. */
type FaceQuality = Readonly<Record<QualityMeasure, number>>;
/** What every measure may be. */
type QualityLimits = Readonly<Record<QualityMeasure, QualityLimit>>;

/** What a person before a camera can be asked to change, the most pressing first. Closed and stable: views have a text for each. */
declare const HINTS: readonly ["one-person-only", "face-the-camera", "move-back", "move-closer", "centre-face", "too-dark", "too-bright", "change-light", "remove-covering", "look-straight", "hold-still"];
/** One thing that the person before a camera is asked to change. */
type Hint = (typeof HINTS)[number];

/** What a person can be asked to do. Left and right are the person's own. Closed and stable: views have a text for each. */
declare const CHALLENGE_KINDS: readonly ["blink", "open-mouth", "turn-left", "turn-right"];
/** Something that a person is asked to do; left and right are their own sides. */
type ChallengeKind = (typeof CHALLENGE_KINDS)[number];

/** Why challenges were not passed. */
type LivenessFailure = 
/** The challenge was not done, or not ended, within its time. */
'timed-out'
/** The head was turned where something else was asked for. */
 | 'wrong-challenge'
/** The face was not seen throughout. */
 | 'face-lost'
/** Another face than before. */
 | 'face-changed';
/** A challenge that was done, and how long it took. */
interface PassedChallenge {
    readonly kind: ChallengeKind;
    /** From the moment that it was asked for until the face was at rest again. */
    readonly tookMs: number;
}

declare const PERMITTED_USES: readonly ["non-commercial-research", "any"];
/** What weights may be used for. It follows from the data that they learned from, not from the licence of the code. */
interface WeightsTerms {
    readonly permittedUse: (typeof PERMITTED_USES)[number];
    /** The terms and where they come from, in words. */
    readonly text: string;
}
/** What a folder of `models/` says of itself in card.json. Weights never travel without it. */
interface CardBase {
    /** Folder name, e.g. `convfacenext-ps`. */
    readonly id: string;
    /** Key of the network registry, e.g. `ConvFaceNeXt_PS`. */
    readonly architecture: string;
    /** Fingerprint of the topology of the network that the weights belong to. */
    readonly topology: string;
    readonly weights: {
        readonly file: 'weights.bin';
        /** Little-endian half floats, parameters in the order in which inference reads them. */
        readonly format: 'fp16';
        readonly bytes: number;
        /** Lower-case hex, checked before use. */
        readonly sha256: string;
    };
    /** How it was made: data, teachers, recipe, seed, steps, hardware. */
    readonly training: Readonly<Record<string, unknown>>;
    /** What it was measured to do, each with its set. */
    readonly metrics: Readonly<Record<string, unknown>>;
    readonly terms: WeightsTerms;
}
/**
 * What is known of a model that turns faces into embeddings: where its weights come from, and what was measured with
 * it.
 */
interface EmbedderCard extends CardBase {
    readonly kind: 'embedder';
    readonly dimension: number;
    /** Empty where the set cannot support a rate or the model is not trained. */
    readonly thresholds: readonly Threshold[];
    /** The same on pairs of two people who are alike; see `Strangers`. */
    readonly thresholdsAgainstSimilar: readonly Threshold[];
    /** A drawn input and what the shipped weights make of it; see `goldenInput`. */
    readonly golden: readonly number[];
}

/** The embedder that is used where none is named: its folder in `models/`. */
declare const DEFAULT_MODEL = "convfacenext-ps";

/** What the point network says of an image. */
interface SeenFace {
    /** Eyes, eyelids, nose, lips, forehead and chin. */
    readonly points: FacePoints;
    /** How probably there is a face, seen as the points say: from 0 to 1. A model's card has the limit to refuse below. */
    readonly presence: number;
    /** Positive where the face is turned to the right edge of the image, as if it were upright. */
    readonly yawDegrees: number;
    /** Positive where it looks up. */
    readonly pitchDegrees: number;
    /** The mean error that the network expects of its points, as a share of the distance between the eyes. */
    readonly pointError: number;
}

/**
 * What a class of the page makes; nothing where code is compiled for workers, whose library of types has no such class.
 */
type OfPage<Name extends string> = typeof globalThis extends Record<Name, {
    prototype: infer Instance;
}> ? Instance : never;
/** `HTMLVideoElement`, in code for pages. */
type VideoElement = OfPage<'HTMLVideoElement'>;
/** `HTMLImageElement`, in code for pages. */
type ImageElement = OfPage<'HTMLImageElement'>;
/** `HTMLCanvasElement`, in code for pages. */
type CanvasElement = OfPage<'HTMLCanvasElement'>;

/**
 * Anything that a page can hold a photograph or a camera frame in, also of another window or frame. A text is a `data:`
 * or `blob:` address; fetch other addresses yourself and hand over the Blob.
 */
type ImageSource = string | Blob | ImageBitmap | ImageData | ImageElement | CanvasElement | VideoElement | OffscreenCanvas | VideoFrame;

/**
 * Which camera: the one that faces the person (`user`), the one that looks away from them (`environment`), or a
 * device id of `enumerateDevices()`.
 */
type CameraChoice = 'user' | 'environment' | (string & {});
/** Why there is no picture of a camera. Closed and stable: views have a text for each. Each ends by itself when its cause does. */
type CameraTrouble = 
/** The visitor, or the page's policy, does not let the camera be used. */
'camera-permission-denied'
/** There is no camera, none that was asked for, or only infrared and virtual ones where nobody chose one by its id. */
 | 'camera-not-found'
/** Another program or page has it. */
 | 'camera-in-use'
/** It was pulled out, or its permission was taken back, while it ran. */
 | 'camera-ended'
/** It runs and gives no picture: covered by a switch, or taken by a call. */
 | 'camera-muted'
/** The picture stands still. */
 | 'camera-frozen'
/** The browser has no camera to offer here: the page is not secure, or it is no page. */
 | 'camera-unavailable';
/** The camera that a session sees by. */
interface CameraInUse {
    /** Empty where the browser does not tell. */
    readonly deviceId: string;
    /** As the browser names it, for people to read; empty where it does not tell. */
    readonly label: string;
    /** Undefined where the camera does not say, as most do that are plugged in. */
    readonly facing: 'user' | 'environment' | undefined;
}

/** What speaks for a camera that is a program. */
type VirtualCameraSign = 
/** Its name is one that such programs use. */
'label'
/** It does not say how large its picture is, as every device does. */
 | 'settings'
/** Its frames come as if by a ruler. */
 | 'timing'
/** It gave exactly the same picture again, as no sensor does. */
 | 'repeated-picture';
/**
 * Whether the camera may be a program that plays something. A sign, not a proof, on either side: names can be changed, and
 * noise can be added; some programs only blur the background.
 */
interface VirtualCameraSignal {
    readonly virtual: 'suspected' | 'not-suspected' | 'unknown';
    /** Empty unless it is suspected. */
    readonly why: readonly VirtualCameraSign[];
}

/** Which challenges are asked for. */
interface LivenessOptions {
    /** Default: all. */
    readonly kinds?: readonly ChallengeKind[];
    /** How many of them, each at most once, in random order: at least 1. Default 2. */
    readonly count?: number;
}

/** Where the face is, for a view to draw. In pixels of the camera's picture, not mirrored. */
interface FacePlace {
    readonly image: {
        readonly widthPx: number;
        readonly heightPx: number;
    };
    /** Between the eyes. */
    readonly centre: Point;
    /** A face is about 2.7 of it high and 2.2 wide. */
    readonly eyeDistancePx: number;
    /** Positive where the head is tilted clockwise in the picture. */
    readonly rollDegrees: number;
    /** Positive where the face is turned to the right edge of the picture. */
    readonly yawDegrees: number;
    /** Positive where it looks up. */
    readonly pitchDegrees: number;
}
/**
 * What came of liveness challenges. A deterrent, not a proof: see the guide for how many films and photographs pass.
 * It says nothing of who somebody is, and a similarity nothing of this.
 */
type LivenessResult = {
    readonly outcome: 'not-asked';
} | {
    readonly outcome: 'passed';
    readonly challenges: readonly PassedChallenge[];
} | {
    readonly outcome: 'failed';
    readonly reason: LivenessFailure;
    /** The one that was being asked for; undefined where all had been done. */
    readonly challenge: ChallengeKind | undefined;
    readonly challenges: readonly PassedChallenge[];
};
/** Why an attempt ended without a decision of its mode. */
interface SessionInconclusive {
    readonly outcome: 'inconclusive';
    /** `model-not-trained`: it has no threshold to tell by which frames show one person. */
    readonly reason: 'liveness-failed' | 'model-not-trained';
}
/** Where a session stands. `Result` is what its mode decides. */
type SessionState<Result = unknown> = {
    readonly phase: 'idle';
} | {
    readonly phase: 'loading';
}
/** No picture. It goes on by itself as soon as there is one. */
 | {
    readonly phase: 'awaiting-camera';
    readonly reason: 'asking' | 'page-hidden' | CameraTrouble;
}
/** Nobody is seen. */
 | {
    readonly phase: 'searching';
    readonly hint: Hint | undefined;
}
/** Somebody is seen. */
 | {
    readonly phase: 'guiding';
    readonly hint: Hint | undefined;
    readonly face: FacePlace;
    /** Frames that agree, of those that are needed: 0 to 1. */
    readonly progress: number;
} | {
    readonly phase: 'challenging';
    /** `resting` and `returning`: look straight ahead. `doing`: the challenge. */
    readonly stage: 'resting' | 'doing' | 'returning';
    /** The one that is asked for, or that comes next; undefined once all are done. */
    readonly challenge: ChallengeKind | undefined;
    /** Challenges done, of `count`. */
    readonly passed: number;
    readonly count: number;
    readonly hint: Hint | undefined;
    readonly face: FacePlace | undefined;
} | {
    readonly phase: 'deciding';
} | {
    readonly phase: 'done';
    readonly result: Result | SessionInconclusive;
    readonly liveness: LivenessResult;
    readonly camera: CameraInUse | undefined;
    readonly virtualCamera: VirtualCameraSignal;
} | {
    readonly phase: 'failed';
    readonly code: FaceVerifyErrorCode;
};
/** Where a session stands, in one word. */
type SessionPhase = SessionState['phase'];

/** A camera that a session opens, and turns off again. */
interface CameraSource {
    /** Default: the one that was chosen by {@link FaceSession.switchCamera} last time, where it is there; otherwise `user`. */
    readonly camera?: CameraChoice;
    /**
     * Shows the camera. Default: one that is not in the page, which gives no frames on some phones; a view that mirrors it
     * does so by CSS.
     */
    readonly video?: VideoElement;
}
interface WatchBase<Result> {
    /**
     * Challenges to be passed before anything is decided: a deterrent, see the guide for what passes. Default false; true
     * asks for two of all.
     */
    readonly liveness?: boolean | LivenessOptions;
    /** How many frames have to agree, at least 1; default 3, for enrolment 5, for a capture 1. */
    readonly frames?: number;
    /** Whether the camera stays on at the end, for the next attempt; default false. */
    readonly keepCamera?: boolean;
    /** Called with every new state, also with the first. */
    readonly onState?: (state: SessionState<Result>) => void;
    /** Stops the session. */
    readonly signal?: AbortSignal;
}
/** Compares whoever is before the camera with one reference. */
interface VerifyWatch extends WatchBase<VerificationResult> {
    readonly mode: 'verify';
    /** A template, a capture or an embedding; or a photograph, which is captured first. */
    readonly reference: ComparedFace | ImageSource;
    /** What to decide at; default: the verifier's. */
    readonly threshold?: ThresholdChoice;
}
/** Looks for whoever is before the camera in a gallery. */
interface IdentifyWatch extends WatchBase<IdentificationResult>, IdentifyOptions {
    readonly mode: 'identify';
    readonly gallery: Gallery;
}
/** Makes a template of whoever is before the camera. */
interface EnrolWatch extends WatchBase<EnrolledBySession> {
    readonly mode: 'enrol';
}
/** Captures one good face, and keeps the frame that it was seen in. */
interface CaptureWatch extends WatchBase<CapturedBySession> {
    readonly mode: 'capture';
}
/** What a session is for: its `mode`, and what that mode takes. */
type WatchOptions = VerifyWatch | IdentifyWatch | EnrolWatch | CaptureWatch;
/** What a session of the mode `enrol` ends with. */
interface EnrolledBySession {
    readonly outcome: 'enrolled';
    readonly template: FaceTemplate;
}
/** What a session of the mode `capture` ends with. */
interface CapturedBySession {
    readonly outcome: 'captured';
    readonly template: FaceTemplate;
    /** The last frame that the template was made of, as the camera gave it: the caller's to `close()`. */
    readonly photograph: ImageBitmap;
}
/** What each mode decides. */
interface WatchResults {
    readonly verify: VerificationResult;
    readonly identify: IdentificationResult;
    readonly enrol: EnrolledBySession;
    readonly capture: CapturedBySession;
}
/** The states that a session does not leave by itself. */
type EndedState<Result> = Extract<SessionState<Result>, {
    readonly phase: 'done' | 'failed' | 'idle';
}>;
/** A camera that is watched until somebody is verified, identified, enrolled or captured. */
interface FaceSession<Result = unknown> {
    /** Where it stands. A new object for each change, which {@link subscribe} tells of. */
    readonly state: SessionState<Result>;
    /** The camera that is open; undefined while there is none. */
    readonly camera: CameraInUse | undefined;
    /** Whether that camera may be a program: what is thought so far. */
    readonly virtualCamera: VirtualCameraSignal;
    /** @returns what takes the listener away */
    subscribe(listener: (state: SessionState<Result>) => void): () => void;
    /** The next state at which the session ends: `done`, `failed`, or `idle` where it was stopped. */
    ended(): Promise<EndedState<Result>>;
    /** Another camera, from now on and, as far as the browser keeps it, for later sessions. Of a session that opens none it does nothing. */
    switchCamera(choice: CameraChoice): void;
    /** Begins anew, with nothing left of what was seen before; also after an end, or after {@link stop}. */
    reset(): void;
    /** Turns the camera off and lets go of everything that is on its way. May be called again. */
    stop(): void;
}

/** What computes the networks: WebGPU on the graphics processor, WebAssembly on the processor. */
type BackendName = 'webgpu' | 'wasm';
/** What was asked for, what runs, and why. */
interface BackendReport {
    readonly requested: BackendName | 'auto';
    readonly running: BackendName;
    /**
     * The kernels of our own that compute on WASM, with relaxed SIMD or for browsers without it. Undefined where
     * TensorFlow.js computes with its own.
     */
    readonly kernels?: 'relaxed-simd' | 'simd';
    readonly reason: string;
}
/** MediaPipe's face detector, or the same network computed as the others are. */
type DetectorName = 'mediapipe' | 'light';
/** Which face detector was asked for, which finds faces, and why. */
interface DetectorReport {
    readonly requested: DetectorName | 'auto';
    readonly running: DetectorName;
    readonly reason: string;
}
/** Where the engine was asked to run, where it runs, and why. */
interface EngineReport {
    readonly requested: boolean | 'auto';
    /** `this-thread` is the page's, or that of the worker that made the verifier. */
    readonly runsIn: 'worker' | 'this-thread';
    readonly reason: string;
}
/** What browsers may lack. */
type BrowserFeature = 'browser' | 'secure-context' | 'wasm-simd' | 'offscreen-canvas' | 'webgl' | 'workers' | 'offscreen-webgl' | 'webgpu' | 'camera' | 'video-frames';
/** What is missing here, and what follows from it. */
interface MissingFeature {
    readonly feature: BrowserFeature;
    /** Whether no face can be verified without it. */
    readonly required: boolean;
    /** In plain words, in English. */
    readonly consequence: string;
}
/** What {@link checkSupport} finds. */
interface SupportReport {
    /** Whether faces can be verified here, as far as can be told without loading anything. */
    readonly supported: boolean;
    readonly missing: readonly MissingFeature[];
}
/** Where loading stands. */
interface LoadProgress {
    readonly stage: 'backend' | 'detector' | 'points' | 'embedder' | 'warm-up';
    /** Stages done, of {@link total}. */
    readonly done: number;
    readonly total: number;
    /** Read so far of {@link totalBytes}, from the network or from what the browser keeps; without the engine's script. */
    readonly bytes: number;
    readonly totalBytes: number;
}
/**
 * A model that did not come with the package: a folder in `models/` of the assets, as `npx face-verify assets DIR
 * --own-model FOLDER` puts it there.
 */
interface OwnModel {
    /** The folder's name. */
    readonly name: string;
    /** Of its `card.json`, in hexadecimal; the card vouches for the weights. Nothing with another digest is used. */
    readonly cardSha256: string;
}
/** How {@link createFaceVerifier} loads a verifier, and what it decides at. */
interface FaceVerifierOptions {
    /** Address of the folder that serves the package's assets; default `face-verify/` beside the page. */
    readonly assets?: string | URL;
    /** Default `auto`: where there is a GPU, what is faster on this device, WebGPU or WASM; otherwise WASM. */
    readonly backend?: BackendName | 'auto';
    /**
     * What finds faces; they find the same ones. Default `mediapipe`: MediaPipe's, and the light one in its place where it
     * cannot be had, since the browser has no WebGL or takes it away again and again. `light` fetches 11 MB less and needs
     * no WebGL. `auto`: what this version holds for the better of both, which is the light one.
     */
    readonly detector?: DetectorName | 'auto';
    /** One of the package's models by its name, default `convfacenext-ps`, or one of your own. */
    readonly model?: string | OwnModel;
    /** What to decide at, unless a call says otherwise; default `{ fmr: 0.001 }`. */
    readonly threshold?: ThresholdChoice;
    /**
     * Default `auto`: the engine runs in a worker of its own where one can do all that it needs, otherwise on the thread
     * of the caller. With `true` only in a worker, with `false` only on the caller's thread.
     */
    readonly worker?: boolean | 'auto';
    /** Called at each stage of loading, and whenever more bytes were read. */
    readonly onProgress?: (progress: LoadProgress) => void;
    readonly signal?: AbortSignal;
}
/** Milliseconds spent in each stage of one capture. */
interface StageTimings {
    readonly decodeMs: number;
    readonly detectMs: number;
    readonly pointsMs: number;
    /** With measuring the aligned face. */
    readonly alignMs: number;
    readonly embedMs: number;
}
interface CapturedFace extends SeenFace {
    readonly outcome: 'captured';
    /** Size of the decoded photograph that {@link detection}, {@link points} and {@link landmarks} refer to. */
    readonly image: {
        readonly widthPx: number;
        readonly heightPx: number;
    };
    readonly detection: FaceDetection;
    /** The five of the {@link points} that alignment takes. */
    readonly landmarks: FiveLandmarks;
    readonly aligned: AlignedFace;
    /** All within {@link limits}. */
    readonly quality: FaceQuality;
    /** What each measure may be: `QUALITY_LIMITS`, and the presence that the point network asks for. */
    readonly limits: QualityLimits;
    readonly embedding: Embedding;
    readonly timings: StageTimings;
}
/** A photograph that gave no embedding, and why. It never matches. */
interface RefusedCapture {
    readonly outcome: 'inconclusive';
    readonly reason: CaptureRefusal;
    readonly image: {
        readonly widthPx: number;
        readonly heightPx: number;
    };
    readonly detections: readonly FaceDetection[];
    /** Where the face was found and straightened: what it was refused for is outside {@link limits}. */
    readonly quality?: FaceQuality;
    /** What each measure of {@link quality} may be, wherever that is there. */
    readonly limits?: QualityLimits;
    readonly timings: Partial<StageTimings>;
}
/** What came of one photograph. */
type CaptureResult = CapturedFace | RefusedCapture;
/** A decision about two photographs, with all that it was made of. */
interface VerificationReport {
    readonly result: VerificationResult;
    readonly probe: CaptureResult;
    readonly reference: CaptureResult;
    readonly backend: BackendReport;
    /** Milliseconds for the comparison and decision alone. */
    readonly compareMs: number;
}
/**
 * Why photographs give no template: `inconsistent-faces` where most of them do not show one person; the reason of the
 * first without one face to use where half of them or more are such.
 */
type EnrolmentRefusal = InconclusiveReason | 'inconsistent-faces';
/** A template of several photographs, or why there is none. Both have all captures, in the order of the sources. */
type EnrolmentResult = {
    readonly outcome: 'enrolled';
    readonly template: FaceTemplate;
    readonly captures: readonly CaptureResult[];
    /**
     * Indices of the `captures` that have no part in the template, ascending: captured faces that look like
     * somebody else's, and captures that are inconclusive.
     */
    readonly dropped: readonly number[];
} | {
    readonly outcome: 'inconclusive';
    readonly reason: EnrolmentRefusal;
    readonly captures: readonly CaptureResult[];
};
/**
 * Which face of a photograph is captured. `only`: the one that is there; where others could be meant as well, since they
 * have 15 % of its area or more, the photograph is refused as `multiple-faces`, unless all of them are clearly the same
 * person's, as the small second portrait of an identity card is. `largest`: by area. `central`: nearest to the middle,
 * weighed against its size.
 *
 * Whoever can stand nearer than another, or in the middle, decides whom `largest` and `central` take: keep `only` for
 * what an unknown person shows.
 */
type SubjectRule = 'only' | 'largest' | 'central';
/** What every call that takes time can be given. An abort rejects it with `aborted`. */
interface CallOptions {
    readonly signal?: AbortSignal;
}
/** How faces are compared. */
interface CompareOptions {
    /** What to decide at, this time; default: the verifier's {@link FaceVerifier.threshold}. */
    readonly threshold?: ThresholdChoice;
}
/** How a photograph is captured. */
interface CaptureOptions extends CallOptions {
    /** Default `only`. */
    readonly subject?: SubjectRule;
}
/** How two photographs are verified. */
interface VerifyOptions extends CallOptions, CompareOptions {
    /** Of both photographs, or of each by itself; default `only`. */
    readonly subject?: SubjectRule | {
        readonly probe?: SubjectRule;
        readonly reference?: SubjectRule;
    };
}
/** How photographs are enrolled. */
interface EnrolOptions extends CaptureOptions {
    /**
     * Two photographs at least this similar are taken for one person's: a cosine in [-1, 1]. Default: the verifier's
     * {@link FaceVerifier.threshold}. At -1 every face is kept.
     */
    readonly linkSimilarity?: number;
    /** `norm`: photographs count as much as the network's output is long, so clear ones more. Default `equal`. */
    readonly weighting?: 'equal' | 'norm';
}
/** How a gallery is searched for subjects who were enrolled twice. */
interface FindDuplicatesOptions extends DuplicateOptions, CallOptions {
    /** Called some dozens of times a second. */
    readonly onProgress?: (progress: SearchProgress) => void;
}
/** A loaded pipeline. All calls run on this device; none makes a request after loading. */
interface FaceVerifier {
    /** What computes now: a GPU that was lost changes it. */
    readonly backend: BackendReport;
    /** What finds faces now: MediaPipe's detector is replaced where the browser takes away what it needs. */
    readonly detector: DetectorReport;
    readonly engine: EngineReport;
    readonly card: EmbedderCard;
    /** The threshold of decisions, unless a call names another; undefined while the model is not trained well enough to have one. */
    readonly threshold: DecisionThreshold | undefined;
    /**
     * Of this verifier's embeddings: names the embedder, the detector and the point network with their weights, and the
     * preprocessing between them. Embeddings of another contract are not comparable.
     */
    readonly contract: ContractId;
    /**
     * Finds, aligns and embeds the face of one photograph, as it is now: what a canvas, a video or image data shows is
     * read at the call, also by {@link verify} and {@link enrol}.
     *
     * @throws {FaceVerifyError} `option-invalid`, `image-unreadable`, `image-empty`, `image-too-large`, `geometry-degenerate`,
     *   `embedding-invalid`, `backend-unavailable` where the GPU was lost meanwhile, `aborted` where `options.signal`
     *   was, `disposed`
     * @example
     * const capture = await verifier.capture(fileA, { subject: 'central' });
     * if (capture.outcome === 'captured') console.log(capture.embedding.norm);
     * else console.log(capture.reason);
     */
    capture(source: ImageSource, options?: CaptureOptions): Promise<CaptureResult>;
    /**
     * Compares two photographs 1:1.
     *
     * @throws {FaceVerifyError} as {@link capture}; `option-invalid` for a threshold that the model does not have
     * @example
     * const { result } = await verifier.verify(probeFile, referenceFile, { threshold: { fmr: 0.001 } });
     * if (result.outcome === 'match') console.log(result.similarity);
     * else if (result.outcome === 'inconclusive') console.log(result.reason);
     */
    verify(probe: ImageSource, reference: ImageSource, options?: VerifyOptions): Promise<VerificationReport>;
    /**
     * Makes a template of one or more photographs of one subject, or of frames of a film ({@link takeFrames}), leaving
     * out those that seem to show somebody else, no usable face or several faces. The person seen in most of them is
     * taken for the subject. Each face is averaged with its mirror image. Inconclusive unless more than half of them are
     * kept; also, for more than one, if neither the model nor the options say how similar photographs of one person have
     * to be.
     *
     * @throws {FaceVerifyError} as {@link capture}; `embedding-invalid` for no photographs; `option-invalid`, also
     *   where `sources` is no array, or holds one source twice
     * @example
     * const enrolled = await verifier.enrol([fileA, fileB]);
     * if (enrolled.outcome === 'enrolled') console.log(enrolled.template.faceCount);
     */
    enrol(sources: readonly ImageSource[], options?: EnrolOptions): Promise<EnrolmentResult>;
    /**
     * Decides about faces that were captured or enrolled earlier: captures, templates and embeddings, on either side.
     * Stored ones have to be read with `templateCodec` or `embeddingCodec`; both sides are checked in any case.
     *
     * @throws {FaceVerifyError} `embedding-invalid` where a side is none of these, e.g. after JSON; `contract-mismatch`
     *   where it is of another model or preprocessing than this verifier's; `option-invalid` for a threshold that the model
     *   does not have; `disposed`
     * @example
     * const result = verifier.compare(await verifier.capture(probeFile), template);
     * if (result.outcome === 'match') console.log(result.similarity);
     */
    compare(probe: ComparedFace, reference: ComparedFace, options?: CompareOptions): VerificationResult;
    /**
     * Looks for a face among all subjects of a gallery (1:N), exactly: 100,000 take some ten milliseconds. Most people
     * who come may not be in it, so nobody is a candidate without reaching the threshold, and `result.threshold` says what
     * it means for a gallery of this size.
     *
     * @throws {FaceVerifyError} as {@link compare}; `contract-mismatch` also where the gallery is of another model;
     *   `gallery-invalid` where it is none
     * @example
     * const result = verifier.identify(await verifier.capture(frame), gallery);
     * if (result.outcome === 'identified') console.log(result.candidates[0].id, result.threshold.fpir);
     */
    identify(probe: ComparedFace, gallery: Gallery, options?: IdentifyOptions): IdentificationResult;
    /**
     * Compares all subjects of a gallery with each other and lists those that look like one person, as those enrolled
     * twice do: for a person to look at. Exact, so twice the subjects take four times as long; the page goes on meanwhile.
     *
     * @throws {FaceVerifyError} `gallery-invalid` where it is none, or is changed meanwhile; `contract-mismatch`,
     *   `option-invalid`, `aborted`, `disposed`
     * @example
     * const result = await verifier.findDuplicates(gallery, { signal: AbortSignal.timeout(60_000) });
     * if (result.outcome === 'searched') console.log(result.pairs, result.expectedFalse);
     */
    findDuplicates(gallery: Gallery, options?: FindDuplicatesOptions): Promise<DuplicatesResult>;
    /**
     * Watches a camera until somebody is verified, identified, enrolled or captured; see {@link FaceSession}. Hints say what
     * to change, one at a time; only frames that call for none are embedded; several have to agree.
     *
     * @param source - a camera to open, or a video in which the page itself shows something
     * @throws {FaceVerifyError} `option-invalid`, `disposed`; whatever comes later is a state of the session
     * @example
     * const session = verifier.watch({ camera: 'user', video }, { mode: 'verify', reference: template });
     * session.subscribe((state) => show(state));
     * const end = await session.ended();
     * if (end.phase === 'done' && end.result.outcome === 'match') open();
     */
    watch<Options extends WatchOptions>(source: VideoElement | CameraSource, options: Options): FaceSession<WatchResults[Options['mode']]>;
    /** Frees networks and tensors; further calls throw `disposed`. May be called again. */
    dispose(): void;
}

/**
 * Whether faces can be verified here, and what is missing. Loads nothing.
 *
 * @example
 * const { supported, missing } = await checkSupport();
 * if (!supported) console.log(missing.map(({ consequence }) => consequence).join(' '));
 */
declare function checkSupport(): Promise<SupportReport>;

/**
 * Loads engine, detector, networks and weights from the folder of assets, and proves that the networks compute what
 * they should. Afterwards nothing is requested any more.
 *
 * @returns dispose of it when it is no longer needed
 * @throws {FaceVerifyError} `asset-unavailable`, `asset-corrupt`, `weights-corrupt`, `topology-mismatch`,
 *   `backend-unavailable`, `option-invalid` for options that there are not, a model that the package does not have, a
 *   `threshold` that the model does not have and `assets` that lead nowhere, `aborted`
 * @example
 * const verifier = await createFaceVerifier();
 * const { result } = await verifier.verify(passportPhotograph, selfie);
 * if (result.outcome === 'match') console.log(result.similarity);
 */
declare function createFaceVerifier(options?: FaceVerifierOptions): Promise<FaceVerifier>;

/** How many frames are taken of a video, and how far apart. */
interface TakeFramesOptions {
    /** How many frames, at least 1. */
    readonly count: number;
    /**
     * Milliseconds from one frame to the next; default 200. Frames close together show one moment: a person who passes
     * just then would be in most of them.
     */
    readonly everyMs?: number;
    readonly signal?: AbortSignal;
}
/**
 * Takes frames of a video that plays: what a camera sees, for {@link FaceVerifier.enrol}. Each is one that the video
 * shows anew, so no two are the same moment. The page has to be visible: browsers show nothing new in others.
 *
 * @returns in the order of the film; `close()` each when it is no longer needed
 * @throws {FaceVerifyError} `image-empty` where the video does not play, or shows nothing new for 3 s, as of a camera
 *   that is muted or was pulled out: one still frame would only agree with itself; `image-unreadable`,
 *   `option-invalid`, `aborted`
 * @example
 * const frames = await takeFrames(video, { count: 10 });
 * const result = await verifier.enrol(frames);
 * for (const frame of frames) frame.close();
 */
declare function takeFrames(video: VideoElement, options: TakeFramesOptions): Promise<ImageBitmap[]>;

/**
 * {@link FaceVerifier.watch} for a verifier that is still loading: the visitor is asked for the camera meanwhile, and the
 * session is in phase `loading` until both are there.
 *
 * @param verifier - where it cannot be loaded the session fails with its code
 * @throws {FaceVerifyError} `option-invalid`; `backend-unavailable` where there is no page
 * @example
 * const session = watchFace(createFaceVerifier(), { video }, { mode: 'capture' });
 */
declare function watchFace<Options extends WatchOptions>(verifier: FaceVerifier | Promise<FaceVerifier>, source: VideoElement | CameraSource, options: Options): FaceSession<WatchResults[Options['mode']]>;

export { CHALLENGE_KINDS, DEFAULT_MODEL, FaceVerifyError, HINTS, QUALITY_LIMITS, checkSupport, createFaceVerifier, createGallery, embeddingCodec, expectedFpir, galleryCodec, takeFrames, templateCodec, toFaceVerifyError, watchFace };
export type { AlignedFace, BackendName, BackendReport, Box, BrowserFeature, CallOptions, CameraChoice, CameraInUse, CameraSource, CameraTrouble, Candidate, CaptureOptions, CaptureRefusal, CaptureResult, CaptureWatch, CapturedBySession, CapturedFace, ChallengeKind, Codec, ComparableFace, CompareOptions, ComparedFace, ContractId, CosineSimilarity, DecisionThreshold, DetectorName, DetectorReport, DuplicateOptions, DuplicatePair, DuplicatesResult, EmbedderCard, Embedding, EndedState, EngineReport, EnrolOptions, EnrolWatch, EnrolledBySession, EnrolmentRefusal, EnrolmentResult, FaceDetection, FacePlace, FaceQuality, FaceSession, FaceTemplate, FaceVerifier, FaceVerifierOptions, FaceVerifyErrorCode, FindDuplicatesOptions, FiveLandmarks, Gallery, GalleryCodec, GalleryThreshold, Hint, IdentificationResult, IdentificationThresholdChoice, IdentifyOptions, IdentifyWatch, ImageSource, InconclusiveReason, LivenessFailure, LivenessOptions, LivenessResult, LoadProgress, MissingFeature, OwnModel, PassedChallenge, Point, QualityLimit, QualityLimits, QualityMeasure, RatedGalleryThreshold, RatedThreshold, RefusedCapture, RgbImage, SearchProgress, SeenFace, SessionInconclusive, SessionPhase, SessionState, StageTimings, Strangers, SubjectRule, SupportReport, TakeFramesOptions, Threshold, ThresholdChoice, UnratedGalleryThreshold, UnratedThreshold, VerificationReport, VerificationResult, VerifyOptions, VerifyWatch, VirtualCameraSign, VirtualCameraSignal, WatchOptions, WatchResults, WeightsTerms };
