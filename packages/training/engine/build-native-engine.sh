#!/usr/bin/env bash
# Builds @tensorflow/tfjs-node where its own installer cannot download libtensorflow: the library and its C headers
# come from PyPI's tensorflow-cpu wheel instead. Puts everything into .cache/engine; can be run again.
# Needs: Node's headers, g++, python3 with pip, about 1.5 GB of disk; takes about a minute.
set -euo pipefail
kernels=$(cd "$(dirname "$0")" && pwd)/prelu-kernels.cc
cd "$(dirname "$0")/../../.."
engine=$PWD/.cache/engine
tensorflow=${TENSORFLOW_VERSION:-2.18.0}
headers=${NODE_HEADERS:-$(dirname "$(dirname "$(readlink -f "$(command -v node)")")")/include/node}
[ -f "$headers/node_api.h" ] || { echo "No node_api.h in $headers: set NODE_HEADERS." >&2; exit 1; }

mkdir -p "$engine"
cd "$engine"
[ -f package.json ] || echo '{ "private": true }' > package.json
npm install --ignore-scripts --no-save @tensorflow/tfjs-node@4.22.0

compgen -G 'wheel/*.whl' > /dev/null || python3 -m pip download --quiet --no-deps --dest wheel "tensorflow-cpu==$tensorflow"
python3 - <<'PY'
import glob, os, re, zipfile
library = r'libtensorflow_(cc|framework)\.so\.2$'
headers = r'include/(tensorflow/(c|core/platform|core/common_runtime/next_pluggable_device/c)|xla|tsl|external)/.*\.h$'
with zipfile.ZipFile(glob.glob('wheel/*.whl')[0]) as wheel:
    names = [name for name in wheel.namelist() if re.match(f'tensorflow/({library}|{headers})', name)]
    wheel.extractall('wheel', [name for name in names if not os.path.exists(f'wheel/{name}')])
PY

package=$engine/node_modules/@tensorflow/tfjs-node
mkdir -p "$package/deps/lib" "$package/lib/napi-v8"
ln -sfn "$engine/wheel/tensorflow/include" "$package/deps/include"
for library in cc framework; do
  ln -sfn "$engine/wheel/tensorflow/libtensorflow_$library.so.2" "$package/deps/lib/libtensorflow_$library.so.2"
done
cd "$package"
g++ -O3 -march=native -std=c++17 -shared -fPIC -w -DNAPI_VERSION=8 -DNODE_GYP_MODULE_NAME=tfjs_binding \
  -DBUILDING_NODE_EXTENSION -I.. -Ideps/include -I"$headers" \
  binding/tfjs_backend.cc binding/tfjs_binding.cc "$kernels" -o lib/napi-v8/tfjs_binding.node \
  -Ldeps/lib -l:libtensorflow_cc.so.2 -l:libtensorflow_framework.so.2 "-Wl,-rpath,$engine/wheel/tensorflow"
TF_CPP_MIN_LOG_LEVEL=2 node -e "const tf = require('@tensorflow/tfjs-node'); console.log('engine ready:', tf.getBackend(), tf.add(1, 2).dataSync()[0] === 3)"
