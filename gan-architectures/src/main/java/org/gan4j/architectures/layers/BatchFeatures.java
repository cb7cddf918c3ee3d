package org.gan4j.architectures.layers;

import java.util.List;
import java.util.Optional;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.VariableScope;

/** Further features before a critic's score, which show it whether the samples of a batch lack variety. */
public enum BatchFeatures {
    /** No further features. */
    NONE(0),
    /**
     * One feature, the mean standard deviation of groups of 4 samples, see {@link MinibatchStddev}. Gradient penalties are
     * allowed.
     */
    STDDEV(1),
    /** 100 features, the closeness to the batch's other samples, see {@link MinibatchDiscrimination}. */
    DISCRIMINATION(100);

    private static final int GROUP = 4;
    private static final int DIMENSION = 5;

    private final int count;

    BatchFeatures(int count) {
        this.count = count;
    }

    /** Returns the number of features that are added to each sample. */
    public int count() {
        return count;
    }

    /**
     * Returns the layer, from [N, features] to [N, features + count]; empty for NONE.
     *
     * @param features the number of features of a sample
     */
    public Optional<Layer> layer(VariableScope scope, int features) {
        switch (this) {
            case STDDEV:
                return Optional.of(new MinibatchStddev(scope, GROUP));
            case DISCRIMINATION:
                return Optional.of(new MinibatchDiscrimination(scope, features, count, DIMENSION));
            default:
                return Optional.empty();
        }
    }

    /**
     * Returns a message if a gradient penalty forbids these features, else nothing.
     *
     * @param network the network in the message, such as "DCGAN's critic"
     */
    public List<String> problems(String network, NetworkSpec spec) {
        return this == DISCRIMINATION && spec.independentSamples()
                ? List.of(
                        network + " cannot use BatchFeatures.DISCRIMINATION under a gradient penalty, which needs each"
                                + " sample's own gradient: choose STDDEV, as in ProGAN, or NONE")
                : List.of();
    }
}
