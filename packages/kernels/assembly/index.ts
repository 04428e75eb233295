// Kernels in AssemblyScript. All numbers are addresses or counts; addresses of values are multiples of 4.
export { convolution } from './convolution';
export { depthwise } from './depthwise';
export { maxPool } from './max-pool';
export { narrowProduct } from './narrow-product';
export { normalise } from './normalise';
export { padChannels } from './pad-channels';
export { product } from './product';
export { sum } from './sum';
