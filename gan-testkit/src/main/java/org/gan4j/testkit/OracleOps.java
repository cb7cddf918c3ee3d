package org.gan4j.testkit;

import java.util.Map;
import org.gan4j.tensor.Tensor;

/** The cases of {@code ops.json} as tensor expressions. */
final class OracleOps {
    private OracleOps() {}

    static Tensor expression(OracleCase known, Map<String, Tensor> in) {
        Tensor x = in.get("x");
        switch (known.text("op")) {
            case "conv2d":
                return x.conv2d(in.get("w"), known.wholeSetting("stride"), known.wholeSetting("padding"))
                        .add(in.get("b").reshape(-1, 1, 1));
            case "conv_transpose2d":
                return x.convTranspose2d(in.get("w"), known.wholeSetting("stride"), known.wholeSetting("padding"))
                        .add(in.get("b").reshape(-1, 1, 1));
            case "matmul":
                return in.get("a").matmul(in.get("b"));
            case "softmax":
                return x.softmax(known.wholeSetting("axis"));
            case "log_softmax":
                return x.logSoftmax(known.wholeSetting("axis"));
            case "batch_norm":
                return x.batchNorm(in.get("gamma"), in.get("beta"), known.setting("eps"));
            case "layer_norm":
                return x.layerNorm(in.get("gamma"), in.get("beta"), known.setting("eps"));
            case "leaky_relu":
                return x.leakyRelu(known.setting("slope"));
            case "sigmoid":
                return x.sigmoid();
            case "tanh":
                return x.tanh();
            case "softplus":
                return x.softplus();
            case "prod":
                return x.prod(known.wholeSetting("axis"));
            case "max":
                return x.max(known.wholeSetting("axis"));
            default:
                throw new IllegalArgumentException(
                        "no expression for the oracle's op " + known.text("op") + "; add one to OracleOps");
        }
    }
}
