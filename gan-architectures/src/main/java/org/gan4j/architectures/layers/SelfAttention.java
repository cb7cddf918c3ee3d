package org.gan4j.architectures.layers;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.functions.Pooling;

/**
 * Self-attention between the places of a feature map [N,C,H,W] (SAGAN, <a href="https://arxiv.org/abs/1805.08318">Zhang et
 * al. 2019</a>), which lets distant parts of an image agree:
 *
 * <pre>
 * β_ij = softmax over j of f(x)_i · g(x)_j,  o_i = v(Σ_j β_ij h(x)_j),  y = x + γ o
 * </pre>
 *
 * <p>f and g have C/8 channels and h has C/2, all 1×1 convolutions without bias, as v is. As in the code of SAGAN and of
 * BigGAN, and unlike in SAGAN's formulas, the keys g and the values h are maxima of 2×2 places, which quarters the work.
 * γ begins at 0, so the layer begins as the identity. H and W are even; a layer holds N·(HW)²/4 attention weights.
 */
public final class SelfAttention implements Layer {
    /** A network without attention. */
    public static final int NONE = 0;

    private static final int POOLED = 2;
    private static final int KEYS = 8;
    private static final int VALUES = 2;

    private final PointwiseConvolution query;
    private final PointwiseConvolution key;
    private final PointwiseConvolution value;
    private final PointwiseConvolution output;
    private final Variable gamma;

    /** Creates the layer's variables; the weights have Glorot's deviations. */
    public SelfAttention(VariableScope scope, int channels) {
        int keys = Math.max(1, channels / KEYS);
        int values = Math.max(1, channels / VALUES);
        this.query = convolution(scope.child("query"), channels, keys);
        this.key = convolution(scope.child("key"), channels, keys);
        this.value = convolution(scope.child("value"), channels, values);
        this.output = convolution(scope.child("output"), values, channels);
        this.gamma = scope.filled("gamma", 0);
    }

    private static PointwiseConvolution convolution(VariableScope scope, int in, int out) {
        return PointwiseConvolution.of(scope, in, out, Initialization.glorot(in, out, 1), false);
    }

    /**
     * Returns the layer that a network has after a feature map, if it is the one for attention.
     *
     * @param attention the height of the feature map after which attention stands, or {@link #NONE}
     * @param height the height of this feature map
     * @param channels its channels
     */
    public static Optional<Layer> after(VariableScope scope, int attention, int height, int channels) {
        return attention == height ? Optional.of(new SelfAttention(scope, channels)) : Optional.empty();
    }

    /**
     * Returns a message if a network has no feature map of the height that is chosen for attention, or if it has an odd
     * side; else nothing.
     *
     * @param network the network in the message, such as "DCGAN's critic"
     * @param attention the height of the feature map after which attention stands, or {@link #NONE}
     * @param largest the height and the width of the largest feature map
     * @param count the number of feature maps, each half as large as the one before
     */
    public static List<String> problems(String network, int attention, Shape largest, int count) {
        List<Integer> heights = IntStream.range(0, count)
                .filter(halvings ->
                        (largest.dim(0) >> halvings) % POOLED == 0 && (largest.dim(1) >> halvings) % POOLED == 0)
                .mapToObj(halvings -> largest.dim(0) >> halvings)
                .toList();
        if (attention == NONE || heights.contains(attention)) {
            return List.of();
        }
        String possible = heights.isEmpty()
                ? "choose an attention of 0, which is none"
                : "choose an attention of "
                        + heights.stream().map(String::valueOf).collect(Collectors.joining(" or "))
                        + ", or 0, which is none";
        return List.of(network + " has no feature map of height " + attention
                + " and even sides after which attention could stand: " + possible);
    }

    @Override
    public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x) {
        Tensor queries = flat(query.apply(parameters, pass, x));
        Tensor keys = flat(Pooling.max2d(key.apply(parameters, pass, x), POOLED));
        Tensor values = flat(Pooling.max2d(value.apply(parameters, pass, x), POOLED));
        // [N,HW,HW/4], then [N,C/2,HW]
        Tensor attention = queries.matmul(keys, true, false).softmax(2);
        Tensor seen = values.matmul(attention, false, true);
        Shape shape = x.shape();
        Tensor places = seen.reshape(shape.dim(0), seen.shape().dim(1), shape.dim(2), shape.dim(3));
        return x.add(output.apply(parameters, pass, places).mul(parameters.get(gamma)));
    }

    /** Returns images as [N,C,HW]. */
    private static Tensor flat(Tensor images) {
        return images.reshape(images.shape().dim(0), images.shape().dim(1), -1);
    }

    @Override
    public List<Variable> parameters() {
        return List.of(
                query.parameters().get(0),
                key.parameters().get(0),
                value.parameters().get(0),
                output.parameters().get(0),
                gamma);
    }

    @Override
    public String kind() {
        return "self-attention";
    }
}
