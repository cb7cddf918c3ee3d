package org.gan4j.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.functions.Convolutions;
import org.gan4j.tensor.functions.Cumulative;
import org.gan4j.tensor.functions.Einsum;
import org.gan4j.tensor.functions.Norms;
import org.gan4j.tensor.functions.Ordering;
import org.gan4j.tensor.functions.Padding;
import org.gan4j.tensor.functions.Pooling;
import org.gan4j.tensor.functions.Recurrent;
import org.gan4j.tensor.functions.Resampling;
import org.gan4j.tensor.functions.Windows;

/** The cases of {@code functions.json} as expressions of tensor functions. */
final class OracleFunctions {
    private OracleFunctions() {}

    static Tensor expression(OracleCase known, Map<String, Tensor> in) {
        Tensor x = in.get("x");
        switch (known.text("op")) {
            case "conv":
                return Convolutions.conv(x, in.get("w"), windows(known), known.wholeSetting("groups"));
            case "conv_transpose":
                return Convolutions.convTranspose(
                        x,
                        in.get("w"),
                        windows(known),
                        known.wholeSetting("groups"),
                        known.wholeSettings("output_padding"));
            case "average_pool":
                return Pooling.average(x, windows(known), known.wholeSettings("kernel"));
            case "max_pool":
                return Pooling.max(x, windows(known), known.wholeSettings("kernel"));
            case "lstm":
                Recurrent.LstmState next = Recurrent.lstm(
                        x, new Recurrent.LstmState(in.get("h"), in.get("c0")), in.get("wi"), in.get("wh"), in.get("b"));
                return Tensor.concat(1, next.hidden(), next.cell());
            case "gru":
                return Recurrent.gru(x, in.get("h"), in.get("wi"), in.get("wh"), in.get("b"), in.get("bh"));
            case "einsum":
                return in.containsKey("b")
                        ? Einsum.of(known.text("formula"), in.get("a"), in.get("b"))
                        : Einsum.of(known.text("formula"), in.get("a"));
            default:
                return resampled(known, x, in.get("f"));
        }
    }

    private static Tensor resampled(OracleCase known, Tensor x, Tensor filter) {
        switch (known.text("op")) {
            case "nearest":
                return Resampling.nearest(x, known.wholeSetting("factor"));
            case "bilinear":
                int[] size = known.wholeSettings("size");
                return Resampling.bilinear(x, size[0], size[1]);
            case "filtered":
                return Resampling.filtered(
                        x,
                        filter,
                        known.wholeSetting("up"),
                        known.wholeSetting("down"),
                        known.wholeSetting("before"),
                        known.wholeSetting("after"));
            case "up2":
                return Resampling.up2(x, Resampling.binomial(known.wholeSetting("taps")));
            case "down2":
                return Resampling.down2(x, Resampling.binomial(known.wholeSetting("taps")));
            case "pixel_shuffle":
                return Resampling.pixelShuffle(x, known.wholeSetting("factor"));
            case "pixel_unshuffle":
                return Resampling.pixelUnshuffle(x, known.wholeSetting("factor"));
            case "reflection_pad":
            case "replication_pad":
            case "constant_pad":
                return padded(known, x);
            default:
                return ofOneTensor(known, x);
        }
    }

    private static Tensor padded(OracleCase known, Tensor x) {
        int[] before = known.wholeSettings("before");
        int[] after = known.wholeSettings("after");
        Tensor y = x;
        for (int i = 0; i < before.length; i++) {
            switch (known.text("op")) {
                case "reflection_pad":
                    y = Padding.reflect(y, i + 2, before[i], after[i]);
                    break;
                case "replication_pad":
                    y = Padding.replicate(y, i + 2, before[i], after[i]);
                    break;
                default:
                    y = Padding.constant(y, i + 2, before[i], after[i], known.setting("value"));
            }
        }
        return y;
    }

    private static Tensor ofOneTensor(OracleCase known, Tensor x) {
        switch (known.text("op")) {
            case "sort":
                return Ordering.sort(x, known.wholeSetting("axis"), known.flag("descending"));
            case "topk":
                return Ordering.topK(x, known.wholeSetting("axis"), known.wholeSetting("k"));
            case "cumsum":
                return Cumulative.sum(x, known.wholeSetting("axis"));
            case "erf":
                return x.erf();
            case "instance_norm":
                return Norms.instance(x, known.setting("eps"));
            case "group_norm":
                return Norms.group(x, known.wholeSetting("groups"), known.setting("eps"));
            case "logsumexp":
                return Norms.logSumExp(x.add(known.setting("offset")), known.wholeSetting("axis"));
            case "normalize":
                return Norms.l2(x, known.setting("eps"), known.wholeSetting("axis"));
            case "pixel_norm":
                return Norms.pixel(x, known.setting("eps"));
            default:
                throw new IllegalArgumentException(
                        "no expression for the oracle's function " + known.text("op") + "; add one to OracleFunctions");
        }
    }

    private static Windows windows(OracleCase known) {
        return new Windows(list(known, "stride"), list(known, "dilation"), list(known, "before"), list(known, "after"));
    }

    private static List<Integer> list(OracleCase known, String setting) {
        return Arrays.stream(known.wholeSettings(setting)).boxed().toList();
    }
}
