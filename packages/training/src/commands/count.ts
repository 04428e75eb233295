import { parseArgs } from 'node:util';
import { count, NETWORKS } from '@face-verify/nets';

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
});
if (values.help) {
  console.log('Usage: npm run -s count -- [--json]\n\nLists the parameters and FLOPs of every network.');
  process.exit(0);
}
const costs = Object.values(NETWORKS).map((define) => count(define()));
if (values.json) console.log(JSON.stringify(costs, null, 2));
else {
  console.table(
    Object.fromEntries(
      costs.map(({ name, params, trainableParams, macs, flops }) => [
        name,
        { params, trainable: trainableParams, macs, 'FLOPs (tf)': flops.tf, 'FLOPs (mx)': flops.mx },
      ]),
    ),
  );
}
