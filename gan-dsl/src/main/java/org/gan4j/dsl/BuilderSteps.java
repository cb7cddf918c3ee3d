package org.gan4j.dsl;

import org.gan4j.api.data.DataSource;
import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.api.loss.LossPreset;
import org.gan4j.api.network.CriticArchitecture;
import org.gan4j.api.network.GeneratorArchitecture;
import org.gan4j.dsl.spec.GanSpec;
import org.gan4j.losses.LossPresets;

/** The immutable steps of the builder up to the data. */
final class BuilderSteps {
    private BuilderSteps() {}

    record Start() implements GeneratorStep {
        @Override
        public CriticStep generator(GeneratorArchitecture generator) {
            return new WithGenerator(generator);
        }

        @Override
        public String toString() {
            return "Gan.builder(): nothing set; next: generator(...)";
        }
    }

    record WithGenerator(GeneratorArchitecture generator) implements CriticStep {
        @Override
        public LossStep critic(CriticArchitecture critic) {
            return new WithCritic(generator, critic);
        }

        @Override
        public String toString() {
            return "Gan.builder(): generator " + generator + "; next: critic(...)";
        }
    }

    record WithCritic(GeneratorArchitecture generator, CriticArchitecture critic) implements LossStep {
        @Override
        public DataStep loss(LossPreset preset) {
            return new WithLoss(generator, critic, preset);
        }

        @Override
        public DataStep loss(AdversarialLoss loss) {
            return loss(LossPresets.of(loss));
        }

        @Override
        public String toString() {
            return "Gan.builder(): generator " + generator + ", critic " + critic + "; next: loss(...)";
        }
    }

    record WithLoss(GeneratorArchitecture generator, CriticArchitecture critic, LossPreset preset) implements DataStep {
        @Override
        public OptionsStep data(DataSource data) {
            return new OptionsBuilder(GanSpec.builder()
                    .generator(generator)
                    .critic(critic)
                    .preset(preset)
                    .data(data)
                    .build());
        }

        @Override
        public String toString() {
            return "Gan.builder(): generator " + generator + ", critic " + critic + ", loss " + preset.name()
                    + "; next: data(...)";
        }
    }
}
