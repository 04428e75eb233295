// PReLU with one slope a channel, forward and backward, as operations of TensorFlow that pass over memory once.
// Composed of TensorFlow's own operations they take ten passes, a fifth of a training step of ConvFaceNeXt_PS.
#include <algorithm>
#include <vector>

#include "tensorflow/c/kernels.h"
#include "tensorflow/c/ops.h"

namespace {

/** A float tensor of the running operation; wrong types cannot come, since the operations declare them. */
struct Floats {
  TF_Tensor* tensor;
  float* data() const { return static_cast<float*>(TF_TensorData(tensor)); }
  int64_t size() const { return TF_TensorElementCount(tensor); }
  ~Floats() { TF_DeleteTensor(tensor); }
};

struct Call {
  TF_OpKernelContext* context;
  TF_Status* status = TF_NewStatus();
  ~Call() { TF_DeleteStatus(status); }

  Floats input(int index) {
    TF_Tensor* tensor = nullptr;
    TF_GetInput(context, index, &tensor, status);
    return {tensor};
  }

  Floats output_like(int index, const Floats& other) {
    std::vector<int64_t> shape(TF_NumDims(other.tensor));
    for (size_t i = 0; i < shape.size(); i++) shape[i] = TF_Dim(other.tensor, i);
    return {TF_AllocateOutput(context, index, TF_FLOAT, shape.data(), shape.size(), 4 * other.size(), status)};
  }
};

void prelu(void*, TF_OpKernelContext* context) {
  Call call{context};
  const Floats x = call.input(0), alpha = call.input(1), y = call.output_like(0, x);
  const int64_t channels = alpha.size(), rows = x.size() / channels;
  const float* slope = alpha.data();
  for (int64_t row = 0; row < rows; row++) {
    const float* in = x.data() + row * channels;
    float* out = y.data() + row * channels;
    for (int64_t c = 0; c < channels; c++) out[c] = in[c] > 0 ? in[c] : slope[c] * in[c];
  }
}

void prelu_gradient(void*, TF_OpKernelContext* context) {
  // Sums of this many rows are added up in double precision: a map has a hundred thousand of them.
  constexpr int64_t kChunk = 256;
  Call call{context};
  const Floats dy = call.input(0), x = call.input(1), alpha = call.input(2);
  const Floats dx = call.output_like(0, x), dalpha = call.output_like(1, alpha);
  const int64_t channels = alpha.size(), rows = x.size() / channels;
  const float* slope = alpha.data();
  std::vector<float> chunk(channels);
  std::vector<double> total(channels);
  for (int64_t first = 0; first < rows; first += kChunk) {
    std::fill(chunk.begin(), chunk.end(), 0.0f);
    float* sum = chunk.data();
    for (int64_t row = first; row < std::min(rows, first + kChunk); row++) {
      const float* in = x.data() + row * channels;
      const float* from = dy.data() + row * channels;
      float* to = dx.data() + row * channels;
      for (int64_t c = 0; c < channels; c++) {
        const bool positive = in[c] > 0;
        to[c] = positive ? from[c] : slope[c] * from[c];
        sum[c] += positive ? 0.0f : in[c] * from[c];
      }
    }
    for (int64_t c = 0; c < channels; c++) total[c] += chunk[c];
  }
  std::copy(total.begin(), total.end(), dalpha.data());
}

void register_operation(const char* name, std::vector<const char*> inputs, std::vector<const char*> outputs,
                        void (*compute)(void*, TF_OpKernelContext*)) {
  TF_Status* status = TF_NewStatus();
  TF_OpDefinitionBuilder* operation = TF_NewOpDefinitionBuilder(name);
  for (const char* input : inputs) TF_OpDefinitionBuilderAddInput(operation, input);
  for (const char* output : outputs) TF_OpDefinitionBuilderAddOutput(operation, output);
  TF_RegisterOpDefinition(operation, status);
  TF_RegisterKernelBuilder(name, TF_NewKernelBuilder(name, "CPU", nullptr, compute, nullptr), status);
  TF_DeleteStatus(status);
}

// Linked into tfjs-node's addon: runs when that is loaded.
const bool registered = [] {
  register_operation("FaceVerifyPrelu", {"x: float", "alpha: float"}, {"y: float"}, prelu);
  register_operation("FaceVerifyPreluGrad", {"dy: float", "x: float", "alpha: float"}, {"dx: float", "dalpha: float"},
                     prelu_gradient);
  return true;
}();

}  // namespace
