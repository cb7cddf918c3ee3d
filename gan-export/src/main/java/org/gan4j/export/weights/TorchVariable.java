package org.gan4j.export.weights;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.gan4j.api.network.Network;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;

/**
 * A variable of a network as PyTorch would keep it.
 *
 * @param variable the variable
 * @param module the path of its layer inside the network, such as {@code body/block1/conv1}
 * @param parameter PyTorch's name of the variable in the layer, such as {@code running_mean}
 */
record TorchVariable(Variable variable, String module, String parameter) {
    static final String WEIGHT = "weight";
    static final String BIAS = "bias";
    static final String RUNNING_MEAN = "running_mean";
    private static final Map<String, String> PARAMETERS = Map.of(
            "gamma", WEIGHT,
            "beta", BIAS,
            "slope", WEIGHT,
            "running-mean", RUNNING_MEAN,
            "running-variance", "running_var");

    static TorchVariable of(Variable variable, Network network) {
        String path = variable.name().startsWith(network.name() + "/")
                ? variable.name().substring(network.name().length() + 1)
                : variable.name();
        int end = path.lastIndexOf('/');
        String last = path.substring(end + 1);
        return new TorchVariable(
                variable, path.substring(0, Math.max(0, end)), PARAMETERS.getOrDefault(last, last.replace('-', '_')));
    }

    /** Returns the name in a state dict whose modules are called as ours are. */
    String name() {
        return in(module.replace('/', '.'));
    }

    /** Returns the name in a state dict whose module has this name. */
    String in(String torchModule) {
        return torchModule.isEmpty() ? parameter : torchModule + "." + parameter;
    }

    /** Returns whether this is the matrix of a linear layer, [in, out], which PyTorch keeps as [out, in]. */
    private boolean isMatrix() {
        return variable.isWeight() && variable.shape().rank() == 2;
    }

    /** Returns the shape in PyTorch: factors [C, 1, 1] of a normalization are [C]. */
    Shape shape() {
        Shape own = variable.shape();
        if (isMatrix()) {
            return Shape.of(own.dim(1), own.dim(0));
        }
        return own.rank() == 3 && own.dim(1) == 1 && own.dim(2) == 1 ? Shape.of(own.dim(0)) : own;
    }

    /** Returns a value in the layout of PyTorch. */
    TensorData toTorch(TensorData value) {
        return isMatrix() ? transposed(value) : reshaped(value, shape());
    }

    /**
     * Returns a value of PyTorch in our layout; empty if its shape does not fit. A linear layer may have been a
     * convolution over the whole image, transposed or not, and a PReLU may have one slope for all channels.
     */
    Optional<TensorData> fromTorch(TensorData value) {
        Shape own = variable.shape();
        Shape given = value.shape();
        TensorData floats = TensorData.of(variable.dtype(), value.toDoubles(), given);
        if (given.equals(shape())) {
            return Optional.of(isMatrix() ? transposed(floats) : reshaped(floats, own));
        }
        if (isMatrix() && given.rank() == 4 && given.size() == own.size()) {
            if (given.dim(0) == own.dim(0)) { // of a transposed convolution, [in, out, h, w]
                return Optional.of(reshaped(floats, own));
            }
            if (given.dim(0) == own.dim(1)) { // of a convolution, [out, in, h, w]
                return Optional.of(transposed(reshaped(floats, shape())));
            }
        }
        if (variable.name().endsWith("/slope") && given.equals(Shape.of(1))) {
            double[] slopes = new double[own.size()];
            Arrays.fill(slopes, floats.get(0));
            return Optional.of(TensorData.of(variable.dtype(), slopes, own));
        }
        return Optional.empty();
    }

    private static TensorData reshaped(TensorData value, Shape shape) {
        return value.shape().equals(shape) ? value : TensorData.of(value.dtype(), value.toDoubles(), shape);
    }

    private static TensorData transposed(TensorData matrix) {
        int rows = matrix.shape().dim(0);
        int columns = matrix.shape().dim(1);
        double[] turned = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                turned[j * rows + i] = matrix.get(i * columns + j);
            }
        }
        return TensorData.of(matrix.dtype(), turned, Shape.of(columns, rows));
    }
}
