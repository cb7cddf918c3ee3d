// Cuts a network of the npm package nsfwjs after a layer and writes it as one safetensors file, still in eight bits:
//
//   npm pack nsfwjs@4.4.0 && tar xzf nsfwjs-4.4.0.tgz
//   node cut-trunk.js mobilenet_v2 package/dist/models \
//     ../resources/org/gan4j/architectures/trunks/mobilenet-v2.safetensors
//
// The package holds a Keras network in the form of TensorFlow.js. Each tensor is q * scale + min with q in 0..255; scale
// and min go into the metadata under the tensor's name. Kernels are turned from Keras's order to [outputs, inputs, height,
// width], and those of depthwise convolutions to [channels, 1, height, width].
const fs = require('fs');
const path = require('path');

const cuts = {
  mobilenet_v2: ['MobileNetV2 through block_10', /^(Conv1|bn_Conv1|expanded_conv_\w+|block_([1-9]|10)_\w+)\//],
  inception_v3: ['InceptionV3 through mixed5', /^(conv2d|batch_normalization)_([1-9]|[1-4]\d|50)\//],
};
const [network, models, target] = process.argv.slice(2);
const source = path.resolve(models, network);
const [title, kept] = cuts[network];

/** The same elements with the axes in another order. */
function permuted(from, shape, order) {
  const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((a, b) => a * b, 1));
  const to = Buffer.alloc(from.length);
  const place = order.map(() => 0);
  for (let i = 0; i < to.length; i++) {
    to[i] = from[order.reduce((at, axis, k) => at + place[k] * strides[axis], 0)];
    for (let k = order.length - 1; k >= 0 && ++place[k] === shape[order[k]]; k--) {
      place[k] = 0;
    }
  }
  return to;
}

// group1-shard2of6 and so on: the parts of one run of bytes
const number = (name) => Number(/shard(\d+)/.exec(name)[1]);
const shards = fs.readdirSync(source).filter((name) => name.startsWith('group1-shard'));
shards.sort((a, b) => number(a) - number(b));
const data = Buffer.concat(shards.map((name) => Buffer.from(require(path.join(source, name)), 'base64')));
const weights = require(path.join(source, 'model.min.js')).weightsManifest.flatMap((group) => group.weights);

const header = {__metadata__: {origin: `${title}, from npm nsfwjs 4.4.0 (MIT)`}};
const parts = [];
let at = 0;
let written = 0;
for (const {name, shape, quantization} of weights) {
  const size = shape.reduce((a, b) => a * b, 1);
  const q = data.subarray(at, at + size);
  at += size;
  if (!kept.test(name)) {
    continue;
  }
  const order = name.endsWith('/depthwise_kernel') ? [2, 3, 0, 1] : name.endsWith('/kernel') ? [3, 2, 0, 1] : [0];
  parts.push(permuted(q, shape, order));
  header[name] = {dtype: 'U8', shape: order.map((axis) => shape[axis]), data_offsets: [written, written + size]};
  header.__metadata__[name] = `${quantization.scale} ${quantization.min}`;
  written += size;
}
if (at !== data.length) {
  throw new Error(`the shards hold ${data.length} bytes, and the weights ${at}`);
}
let json = Buffer.from(JSON.stringify(header));
json = Buffer.concat([json, Buffer.alloc((8 - (json.length % 8)) % 8, ' ')]);
const length = Buffer.alloc(8);
length.writeBigUInt64LE(BigInt(json.length));
fs.writeFileSync(target, Buffer.concat([length, json, ...parts]));
console.log(`${parts.length} tensors, ${written} weights`);
