package org.gan4j.dsl;

import org.gan4j.api.application.Application;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.LossPreset;
import org.gan4j.api.application.OptionValues;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.api.network.CriticArchitecture;
import org.gan4j.api.network.GeneratorArchitecture;
import org.gan4j.dsl.spec.GanSpec;
import org.gan4j.losses.LossPresets;

/**
 * The immutable steps of the builder up to the data.
 *
 * @param values what is set so far
 * @param next what the next step sets, for people
 */
record BuilderSteps(OptionValues values, String next) implements GeneratorStep, CriticStep, LossStep, DataStep {
    static BuilderSteps start() {
        return new BuilderSteps(OptionValues.none(), "generator(...) or application(...)");
    }

    @Override
    public DataStep application(Application application) {
        return new BuilderSteps(values.with(GanSpec.APPLICATION, application), "data(...)");
    }

    @Override
    public CriticStep generator(GeneratorArchitecture generator) {
        return new BuilderSteps(values.with(GanComponents.GENERATOR, generator), "critic(...)");
    }

    @Override
    public LossStep critic(CriticArchitecture critic) {
        return new BuilderSteps(values.with(GanComponents.CRITIC, critic), "loss(...)");
    }

    @Override
    public DataStep loss(LossPreset preset) {
        return new BuilderSteps(values.and(preset.components().values()), "data(...)");
    }

    @Override
    public DataStep loss(AdversarialLoss loss) {
        return loss(LossPresets.of(loss));
    }

    @Override
    public OptionsStep data(DataSource data) {
        return new OptionsStep(GanSpec.of(values.with(GanSpec.DATA, data)));
    }

    @Override
    public String toString() {
        return "Gan.builder(): " + (values.set().isEmpty() ? "nothing set" : values) + "; next: " + next;
    }
}
