package org.gan4j.bench.peer;

import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;

/** The conversion of Gan4J's Adam settings to {@code torch.optim.Adam}. */
final class AdamSettings {
    private AdamSettings() {}

    static Adam of(org.gan4j.api.optim.Adam ours, PeerNetwork network) {
        AdamOptions options = new AdamOptions(ours.learningRate());
        options.betas().put(ours.beta2(), ours.beta1()); // a C++ tuple, whose last element lies first in memory
        options.eps().put(ours.epsilon());
        return new Adam(network.parameters(), options);
    }
}
