package org.gan4j.apps.texttoimage;

import java.util.List;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * The score of an image's features together with a text, [N]. As in the paper, the text's vector is projected,
 * replicated at each position, appended to the features there, and passed through a 1×1 convolution to as many channels
 * as there are features; the score is a linear function of all positions. Activations are leaky rectifiers. The main
 * input is the features, [N,F] or [N,F,P...]; the condition {@code text} is the vectors, [N,S].
 *
 * @param projection projects the vectors
 * @param features the part of the 1×1 convolution that reads features, [F,F,1,1]
 * @param text the part that reads projected texts, [P,F]
 * @param bias the bias of the 1×1 convolution
 * @param score maps all positions to the score
 */
record TextMatch(
        String name, TextProjection projection, Variable features, Variable text, Variable bias, Variable score)
        implements Network {
    static final String TEXT = "text";

    /**
     * Returns a network with new variables.
     *
     * @param one the features of one sample, [1,F] or [1,F,P...]
     */
    static TextMatch in(VariableScope scope, Shape one, int size, int projection) {
        int channels = one.dim(1);
        double deviation = Math.sqrt(2.0 / (channels + projection));
        return new TextMatch(
                scope.path(),
                TextProjection.in(scope.child("projection"), size, projection),
                scope.weight("features", 0, deviation, channels, channels, 1, 1),
                scope.weight("text", 1, deviation, projection, channels),
                scope.filled("bias", 0, channels),
                scope.weight("score", 1, 1 / Math.sqrt(one.size()), one.size(), 1));
    }

    @Override
    public List<Variable> parameters() {
        return List.of(projection.weight(), projection.bias(), features, text, bias, score);
    }

    @Override
    public List<Variable> state() {
        return List.of();
    }

    @Override
    public boolean mixesSamples() {
        return false;
    }

    @Override
    public Outputs apply(Parameters parameters, ForwardPass pass, Inputs inputs) {
        Shape shape = inputs.value().shape();
        int samples = shape.dim(0);
        Tensor positions = inputs.value().reshape(samples, shape.dim(1), -1, 1);
        Tensor projected = projection
                .apply(parameters, pass, Inputs.of(inputs.condition(TEXT)))
                .value();
        // a 1×1 convolution of appended channels is the sum of those of either; the text's is equal at all positions
        Tensor ofText = projected.matmul(parameters.get(text)).add(parameters.get(bias));
        Tensor hidden = positions
                .conv2d(parameters.get(features), 1, 0)
                .add(ofText.reshape(samples, shape.dim(1), 1, 1))
                .leakyRelu(TextProjection.SLOPE);
        return Outputs.of(
                hidden.reshape(samples, -1).matmul(parameters.get(score)).reshape(samples));
    }
}
