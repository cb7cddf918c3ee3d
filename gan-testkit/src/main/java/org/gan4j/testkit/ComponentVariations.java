package org.gan4j.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.GanOption;
import org.gan4j.api.application.OptionValues;
import org.gan4j.api.game.Extragradient;
import org.gan4j.api.game.Simultaneous;
import org.gan4j.api.latents.UniformLatents;
import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.api.loss.Augmentation;
import org.gan4j.api.loss.Constraint;
import org.gan4j.api.loss.Regularizer;
import org.gan4j.api.loss.RegularizerContext;
import org.gan4j.api.network.CriticArchitecture;
import org.gan4j.api.network.CriticWrapper;
import org.gan4j.api.network.GeneratorArchitecture;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.VariableScope;
import org.gan4j.api.optim.LearningRateSchedule;
import org.gan4j.api.optim.Sgd;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * Components of which one differs from given ones, for each option. A run must notice each difference, unless the
 * application does not use the option.
 */
final class ComponentVariations {
    private ComponentVariations() {}

    /** A variation: the option that differs, what differs, and the components. */
    record Variation(GanOption<?> option, String what, GanComponents components) {
        @Override
        public String toString() {
            return option + " " + what;
        }
    }

    /**
     * Returns at least one variation of each option that has a value.
     *
     * @throws IllegalStateException if there is an option that this class does not vary
     */
    static List<Variation> of(GanComponents given) {
        OptionValues values = given.values();
        List<Variation> all = new ArrayList<>();
        values.find(GanComponents.GENERATOR)
                .ifPresent(of -> all.add(changed(given, GanComponents.GENERATOR, new OtherGenerator(of))));
        values.find(GanComponents.CRITIC)
                .ifPresent(of -> all.add(changed(given, GanComponents.CRITIC, new OtherCritic(of))));
        values.find(GanComponents.CRITIC)
                .ifPresent(of -> all.add(changed(given, GanComponents.CRITIC_WRAPPERS, List.of(new Reseeding()))));
        values.find(GanComponents.LOSS).ifPresent(of -> all.add(changed(given, GanComponents.LOSS, new Tripled(of))));
        all.add(changed(given, GanComponents.LATENTS, new UniformLatents(-1, 1)));
        for (Regularizer.Role role : Regularizer.Role.values()) {
            List<Regularizer> more = new ArrayList<>(given.regularizers());
            more.add(new SquaredScores(role));
            all.add(changed(given, GanComponents.REGULARIZERS, more));
        }
        all.add(changed(given, GanComponents.AUGMENTATIONS, List.of(new Halving())));
        all.add(changed(given, GanComponents.CONSTRAINT, Optional.of(new Clamp())));
        all.add(changed(given, GanComponents.GENERATOR_OPTIMIZER, new Sgd(0.123, 0)));
        all.add(changed(given, GanComponents.CRITIC_OPTIMIZER, new Sgd(0.123, 0)));
        all.add(changed(given, GanComponents.SCHEDULE, Optional.of(new HalfRate())));
        all.add(changed(given, GanComponents.CRITIC_UPDATES, given.criticUpdates() + 1));
        GanComponents inOne = given.with(GanComponents.CRITIC_UPDATES, 1);
        all.add(changed(inOne, GanComponents.COORDINATION, new Simultaneous()));
        all.add(changed(inOne, GanComponents.COORDINATION, new Extragradient()));
        all.add(changed(given, GanComponents.UNROLLED, 1));
        all.add(changed(given, GanComponents.EMA, given.get(GanComponents.EMA) == 0.25 ? 0.75 : 0.25));
        requireEach(values, all);
        return all;
    }

    private static void requireEach(OptionValues values, List<Variation> all) {
        for (GanOption<?> option : GanComponents.OPTIONS) {
            // parts of a batch may train like the whole: the contract looks at the games instead
            boolean varied = option == GanComponents.ACCUMULATION
                    || all.stream().anyMatch(variation -> variation.option == option);
            if (!varied && values.find(option).isPresent()) {
                throw new IllegalStateException("the contract does not vary the option " + option
                        + ": add a variation of it to ComponentVariations");
            }
        }
    }

    private static <T> Variation changed(GanComponents given, GanOption<T> option, T value) {
        return new Variation(option, value.toString(), given.with(option, value));
    }

    /** Returns the spec of the same network with other initial values. */
    private static NetworkSpec reseeded(NetworkSpec spec) {
        return spec.scope(
                new VariableScope(spec.scope().path(), spec.scope().random().child("other")));
    }

    private record OtherGenerator(GeneratorArchitecture of) implements GeneratorArchitecture {
        @Override
        public String name() {
            return of.name();
        }

        @Override
        public int latent() {
            return of.latent();
        }

        @Override
        public List<String> problems(NetworkSpec spec) {
            return of.problems(spec);
        }

        @Override
        public GeneratorArchitecture resolved(NetworkSpec spec) {
            return new OtherGenerator(of.resolved(spec));
        }

        @Override
        public Network build(NetworkSpec spec) {
            return of.build(reseeded(spec));
        }
    }

    private record Reseeding() implements CriticWrapper {
        @Override
        public String name() {
            return "reseeding";
        }

        @Override
        public CriticArchitecture around(CriticArchitecture critic) {
            return new OtherCritic(critic);
        }
    }

    private record OtherCritic(CriticArchitecture of) implements CriticArchitecture {
        @Override
        public String name() {
            return of.name();
        }

        @Override
        public boolean isWrappedIn(String wrapper) {
            return of.isWrappedIn(wrapper);
        }

        @Override
        public int samplesPerScore() {
            return of.samplesPerScore();
        }

        @Override
        public List<String> problems(NetworkSpec spec) {
            return of.problems(spec);
        }

        @Override
        public CriticArchitecture resolved(NetworkSpec spec) {
            return new OtherCritic(of.resolved(spec));
        }

        @Override
        public Network build(NetworkSpec spec) {
            return of.build(reseeded(spec));
        }
    }

    private record Tripled(AdversarialLoss of) implements AdversarialLoss {
        @Override
        public String name() {
            return "tripled";
        }

        @Override
        public Tensor critic(Tensor real, Tensor fake) {
            return of.critic(real, fake).mul(3);
        }

        @Override
        public Tensor generator(Tensor real, Tensor fake) {
            return of.generator(real, fake).mul(3);
        }
    }

    private record SquaredScores(Role player) implements Regularizer {
        @Override
        public String name() {
            return "squared-scores";
        }

        @Override
        public Tensor penalty(RegularizerContext context) {
            return context.fakeScores().sub(0.3).square().mean();
        }

        @Override
        public boolean usesInputGradient() {
            return false;
        }
    }

    private record Halving() implements Augmentation {
        @Override
        public String name() {
            return "halving";
        }

        @Override
        public Tensor apply(Tensor samples, RandomKey random, Tensor strength) {
            return samples.mul(0.5);
        }
    }

    private record Clamp() implements Constraint {
        @Override
        public String name() {
            return "clamp";
        }

        @Override
        public Tensor project(Variable parameter, Tensor updated) {
            return updated.clamp(-0.001, 0.001);
        }
    }

    private record HalfRate() implements LearningRateSchedule {
        @Override
        public String name() {
            return "half-rate";
        }

        @Override
        public Tensor factor(Tensor step) {
            return step.mul(0).add(0.5);
        }
    }
}
