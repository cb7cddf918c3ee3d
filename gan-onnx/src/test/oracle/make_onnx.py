#!/usr/bin/python3
"""Writes tiny.onnx, a network of three channels, and the numbers that OnnxFeaturesTest expects, by NumPy in float64.

Run:  /usr/bin/python3 make_onnx.py      (Debian: apt-get install python3-onnx)

maps = relu(convolution 1×1), vectors = mean over positions, probabilities = softmax of a linear layer.
"""
import json
import pathlib

import numpy as np
from onnx import TensorProto, helper, numpy_helper, save

OUT = pathlib.Path(__file__).resolve().parent.parent / "resources/org/gan4j/onnx"
kernel = np.cos(np.arange(12)).reshape(4, 3, 1, 1).astype(np.float32)
linear = np.sin(np.arange(8)).reshape(4, 2).astype(np.float32)

nodes = [
    helper.make_node("Conv", ["images", "kernel"], ["convolved"]),
    helper.make_node("Relu", ["convolved"], ["maps"]),
    helper.make_node("ReduceMean", ["maps"], ["vectors"], axes=[2, 3], keepdims=0),
    helper.make_node("MatMul", ["vectors", "linear"], ["logits"]),
    helper.make_node("Softmax", ["logits"], ["probabilities"], axis=1),
]


def value(name, *shape):
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)


graph = helper.make_graph(
    nodes, "tiny", [value("images", "N", 3, 6, 6)],
    [value("vectors", "N", 4), value("maps", "N", 4, 6, 6), value("probabilities", "N", 2)],
    [numpy_helper.from_array(kernel, "kernel"), numpy_helper.from_array(linear, "linear")])
save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8), str(OUT / "tiny.onnx"))

x = np.sin(np.arange(2 * 3 * 36) * 0.7).reshape(2, 3, 6, 6)
expected = {}
for scaling, scaled in {
    "SIGNED": x, "UNIT": (x + 1) / 2, "BYTES": (x + 1) * 127.5,
    "IMAGENET": ((x + 1) / 2 - np.array([0.485, 0.456, 0.406]).reshape(3, 1, 1))
    / np.array([0.229, 0.224, 0.225]).reshape(3, 1, 1),
}.items():
    vectors = np.maximum(0, np.einsum("oc,nchw->nohw", kernel[:, :, 0, 0].astype(float), scaled)).mean((2, 3))
    powers = np.exp(vectors @ linear - (vectors @ linear).max(1, keepdims=True))
    expected[scaling] = {"vectors": vectors.ravel().tolist(),
                         "probabilities": (powers / powers.sum(1, keepdims=True)).ravel().tolist()}
(OUT / "tiny.json").write_text(json.dumps(expected, indent=1) + "\n")
