package org.gan4j.dsl;

import com.google.inject.AbstractModule;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.Stage;
import com.google.inject.spi.Message;
import com.google.inject.util.Modules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.gan4j.api.application.Application;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.game.InvalidGameException;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.training.Trainer;
import org.gan4j.dsl.plugin.Discovered;
import org.gan4j.dsl.plugin.GanModule;
import org.gan4j.dsl.plugin.Plugins;
import org.gan4j.dsl.run.RunData;
import org.gan4j.dsl.run.StartingWeights;
import org.gan4j.dsl.spec.Checks;
import org.gan4j.dsl.spec.GanSpec;
import org.gan4j.dsl.spec.InvalidGanException;
import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.Engines;
import org.gan4j.tensor.engine.Session;
import org.gan4j.training.GameTrainer;
import org.gan4j.training.LoweredRate;
import org.gan4j.training.StoredCheckpoint;

/** Builds a GAN from a checked specification. A {@link GanModule} may replace each part. */
final class Assembly extends AbstractModule {
    private final GanSpec spec;
    private final DataSchema schema;
    private final RunData data;
    private final OptionalInt samples;
    private final Optional<StoredCheckpoint> restored;
    private Session session;

    private Assembly(
            GanSpec spec, DataSchema schema, RunData data, OptionalInt samples, Optional<StoredCheckpoint> restored) {
        this.spec = spec;
        this.schema = schema;
        this.data = data;
        this.samples = samples;
        this.restored = restored;
    }

    /** Opens the data, then checks and builds the GAN. */
    static Gan build(GanSpec spec) {
        Checks.settings(spec); // before the data, which may take long to open
        RunData data = new RunData(spec.data());
        try {
            Dataset opened = open(data);
            DataSchema schema = DataSchema.of(opened);
            GanSpec completed = Checks.completed(spec, schema, opened.size());
            Checks.training(completed);
            Checks.transforms(completed, opened);
            return assemble(completed, schema, data, OptionalInt.of(opened.size()), Optional.empty());
        } catch (RuntimeException failed) {
            data.close();
            throw failed;
        }
    }

    /**
     * Builds a GAN that continues from a checkpoint, for data whose schema is known; opens the data and restores
     * variables only when they are needed.
     */
    static Gan rebuild(GanSpec spec, DataSchema schema, RunData data, StoredCheckpoint checkpoint) {
        Checks.settings(spec);
        GanSpec completed = Checks.completed(spec, schema);
        return assemble(completed, schema, data, OptionalInt.empty(), Optional.of(checkpoint));
    }

    private static Gan assemble(
            GanSpec spec, DataSchema schema, RunData data, OptionalInt samples, Optional<StoredCheckpoint> restored) {
        List<GanModule> rebinding = Plugins.current().all(GanModule.class).stream()
                .map(Discovered::part)
                .toList();
        Assembly assembly = new Assembly(spec, schema, data, samples, restored);
        try {
            return Guice.createInjector(
                            Stage.PRODUCTION, Modules.override(assembly).with(rebinding))
                    .getInstance(Gan.class);
        } catch (CreationException failed) {
            if (assembly.session != null) {
                assembly.session.close();
            }
            throw unwrapped(failed);
        }
    }

    /** Returns the cause of a failure. Guice wraps it once for each part that depends on the failed one. */
    private static RuntimeException unwrapped(CreationException failed) {
        for (Message message : failed.getErrorMessages()) {
            if (message.getCause() instanceof RuntimeException cause) {
                return cause;
            }
            if (message.getCause() instanceof Error error) {
                throw error;
            }
        }
        return failed;
    }

    private static Dataset open(RunData data) {
        try {
            return data.open();
        } catch (IllegalArgumentException unusable) {
            throw new InvalidGanException(List.of(unusable.getMessage()));
        }
    }

    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        bind(GanSpec.class).toInstance(spec);
        bind(DataSchema.class).toInstance(schema);
        bind(RunData.class).toInstance(data);
    }

    @Provides
    @Singleton
    Engine engine() {
        return spec.engine().map(Engines::named).orElseGet(Engines::preferred);
    }

    @Provides
    @Singleton
    Session session(Engine engine) {
        session = engine.open();
        return session;
    }

    @Provides
    @Singleton
    Plan plan() {
        return plan(schema);
    }

    private Plan plan(DataSchema known) {
        Plan plan = planned(spec.application(), known);
        Checks.batches(spec, plan, samples);
        PhaseSchedule phases = phases(plan.phaseSchedule());
        Application fitted = spec.application().phases(phases.lengths());
        return (fitted.equals(spec.application()) ? plan : planned(fitted, known))
                .with(lowersRates() ? LoweredRate.in(phases) : phases);
    }

    /** Returns whether the learning rates have a factor: also if the run was told to roll back in an earlier training. */
    private boolean lowersRates() {
        return spec.rollsBack()
                || restored.map(each -> each.has(LoweredRate.FACTOR)).orElse(false);
    }

    /** Returns the plan of a run that was loaded, for its data, which know more than the run's schema. */
    private Plan again(DataSchema opened) {
        Checks.completed(spec, opened);
        return plan(opened);
    }

    private Plan planned(Application application, DataSchema known) {
        try {
            return application.plan(spec.components(), known, spec.seed());
        } catch (InvalidGameException impossible) {
            throw new InvalidGanException(impossible.problems());
        }
    }

    /** Returns the phases with the lengths that the specification states or scales. */
    private PhaseSchedule phases(PhaseSchedule planned) {
        try {
            PhaseSchedule stated = planned.lengths(spec.values().get(GanSpec.PHASES));
            boolean scaled =
                    spec.designedSteps().isPresent() && planned.phases().size() > 1;
            return scaled
                    ? stated.scaled(
                            spec.designedSteps().getAsInt(), spec.steps().orElseThrow())
                    : stated;
        } catch (IllegalArgumentException impossible) {
            throw new InvalidGanException(List.of(impossible.getMessage()));
        }
    }

    @Provides
    @Singleton
    Trainer trainer(Session session) {
        return new GameTrainer(session);
    }

    @Provides
    @Singleton
    Gan gan(Engine engine, Session session, Plan plan, Trainer trainer) {
        Map<String, Integer> lengths = plan.phaseSchedule().lengths();
        GanSpec resolved = spec.with(GanSpec.APPLICATION, spec.application().phases(lengths))
                .phases(lengths);
        if (restored.isEmpty()) {
            spec.from().ifPresent(run -> new StartingWeights(run, plan).into(session));
        }
        return new Gan(resolved, schema, data, engine, session, plan, this::again, trainer, restored);
    }
}
