package org.gan4j.api.application;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gan4j.api.loss.Regularizer;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;

/** Validation that the networks have what the regularizers need. */
record RegularizerProblems(GanComponents components) {
    private Stream<String> namesOf(Predicate<Regularizer> needs) {
        return components.regularizers().stream().filter(needs).map(Regularizer::termName);
    }

    /** Returns one message per regularizer that needs latents, if the generator has none. */
    List<String> ofLatents(NetworkSpec generatorSpec) {
        if (generatorSpec.latents().isPresent()) {
            return List.of();
        }
        return namesOf(Regularizer::usesLatents)
                .map(name -> "the regularizer " + name + " needs a generator from latents, but this application's"
                        + " generates from " + generatorSpec.input().name() + " "
                        + generatorSpec.input().shape() + ": remove it, or use an application with latents")
                .toList();
    }

    /** Returns one message per regularizer that needs each sample's own gradient, if the critic mixes samples. */
    List<String> ofMixing(Network critic) {
        if (critic.allowsInputGradients()) {
            return List.of();
        }
        return namesOf(Regularizer::usesInputGradient)
                .map(name -> "the critic has layers that mix the samples of a batch, such as batch normalization, but"
                        + " the regularizer " + name + " needs each sample's own gradient: use other layers in the"
                        + " critic, such as Normalization.LAYER, NONE or AUTO")
                .toList();
    }

    /**
     * Returns one message per regularizer that compares features, if the critic has none.
     *
     * @param inputs inputs that the critic accepts
     */
    List<String> ofFeatures(Network critic, Inputs inputs) {
        List<String> comparing = namesOf(Regularizer::usesFeatures).toList();
        if (comparing.isEmpty() || heads(critic, inputs).contains(Outputs.FEATURES)) {
            return List.of();
        }
        return comparing.stream()
                .map(name -> "the regularizer " + name + " compares the critic's features, but the critic "
                        + components.critic().name() + " has no head " + Outputs.FEATURES
                        + ": remove it, or use another critic, such as mlp")
                .toList();
    }

    private static Set<String> heads(Network critic, Inputs inputs) {
        return critic.apply(Parameters.variables(), ForwardPass.inference(), inputs)
                .heads()
                .keySet();
    }
}
