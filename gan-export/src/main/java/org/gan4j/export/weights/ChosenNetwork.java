package org.gan4j.export.weights;

import java.util.List;
import java.util.Optional;
import org.gan4j.api.network.Network;
import org.gan4j.dsl.Gan;

/** The network of a GAN that is written or read. */
final class ChosenNetwork {
    private static final String GENERATOR = "generator";

    private ChosenNetwork() {}

    /**
     * Returns the network of a name, or the generator.
     *
     * @throws IllegalArgumentException if there is none, or several generators; the message lists all networks
     */
    static Network of(Gan gan, Optional<String> name) {
        List<Network> found = gan.networks().stream()
                .filter(each -> name.map(each.name()::equals)
                        .orElseGet(() -> each.name().startsWith(GENERATOR)))
                .toList();
        if (found.size() != 1) {
            List<String> all = gan.networks().stream().map(Network::name).toList();
            throw new IllegalArgumentException(name.map(given -> "there is no network " + given + " in this GAN")
                            .orElse("this GAN has " + found.size() + " networks whose names begin with " + GENERATOR)
                    + ": choose one of " + all);
        }
        return found.get(0);
    }
}
