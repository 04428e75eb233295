// Kernels in AssemblyScript, which read and write the memory of TensorFlow.js. Addresses are multiples of 4, as its are.
export { convolution } from './convolution';
export { depthwise } from './depthwise';
export { product } from './product';
export { sum } from './sum';
