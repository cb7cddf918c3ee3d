package org.gan4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gan4j.api.application.Application;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.GanOption;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.Evaluable;
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.api.network.Network;
import org.gan4j.api.training.BatchSource;
import org.gan4j.api.training.Trainer;
import org.gan4j.api.training.TrainingRequest;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Session;
import org.gan4j.testkit.ComponentVariations.Variation;
import org.junit.jupiter.api.Test;

/**
 * The contract of every application. A test extends this class and provides small components and data. The trainer and
 * the previews come from gan-training, the session from any engine.
 *
 * <pre>{@code
 * class MyApplicationTest extends ApplicationContract {
 *     protected Application application() { return new MyApplication(); }
 *     protected Session session() { return new ReferenceEngine().open(); }
 *     protected Trainer trainer(Session session) { return new GameTrainer(session); }
 *     ...
 * }
 * }</pre>
 */
public abstract class ApplicationContract {
    private static final int STEPS = 20;
    private static final int FEW = 4;
    private static final int BATCH = 4;
    private static final long SEED = 5;

    /** Returns the application under test. */
    protected abstract Application application();

    /** Returns small components; architectures should leave a setting open if they have one. */
    protected abstract GanComponents components();

    /** Returns a small data set of at least four samples. */
    protected abstract Dataset data();

    /** Returns a new session; the test closes it. */
    protected abstract Session session();

    /** Returns the trainer for a session. */
    protected abstract Trainer trainer(Session session);

    /** Returns the samples of a preview after a step, as gan-training's PreviewRenderer renders them. */
    protected abstract TensorData shown(Session session, SamplePreview preview, Dataset data, int step);

    /** Returns the fields of the data that the application uses if there are any, and can do without. */
    protected Set<String> optionalFields() {
        return Set.of();
    }

    private DataSchema schema() {
        return DataSchema.of(data());
    }

    private GanComponents completed() {
        return application().complete(components(), schema());
    }

    private Plan plan(long seed) {
        return application().plan(application().resolved(completed(), schema()), schema(), seed);
    }

    private BatchSource batches(PhaseSchedule phases) {
        Dataset data = data();
        return number -> {
            int size = phaseOf(phases, number).batchSize().orElse(BATCH);
            int[] indices = IntStream.range(0, size)
                    .map(i -> (int) ((number * size + i) % data.size()))
                    .toArray();
            return data.read(indices);
        };
    }

    private static Phase phaseOf(PhaseSchedule phases, long batch) {
        int step = 0;
        while (phases.batchesBefore(step + 1) <= batch) {
            step++;
        }
        return phases.at(step);
    }

    private void train(Session session, Plan plan, int to) {
        train(session, plan, batches(plan.phaseSchedule()), to);
    }

    private void train(Session session, Plan plan, BatchSource batches, int to) {
        trainer(session)
                .train(new TrainingRequest(plan.phaseSchedule(), batches, BATCH, SEED, 0, to, () -> false, List.of()));
    }

    /** Returns a plan whose phases all run within a few steps. */
    private static Plan shortened(Plan plan) {
        int before = plan.phaseSchedule().lengths().values().stream()
                .mapToInt(count -> count)
                .sum();
        return before == 0 ? plan : plan.with(plan.phaseSchedule().scaled(2 * before, FEW));
    }

    private static Map<String, TensorData> state(Session session) {
        Map<String, TensorData> state = new HashMap<>();
        session.variables().forEach(variable -> state.put(variable.name(), session.get(variable)));
        return state;
    }

    private static List<Variable> variables(Network network) {
        List<Variable> all = new ArrayList<>(network.parameters());
        all.addAll(network.state());
        return all;
    }

    @Test
    void hasANameThatFilesCanUse() {
        assertThat(application().name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
        assertThat(application())
                .as("a record, so it can be written and read back")
                .isInstanceOf(Record.class);
    }

    @Test
    void fittingComponentsAndDataHaveNoProblem() {
        assertThat(application().problems(schema())).isEmpty();
        assertThat(application().problems(completed(), schema())).isEmpty();
    }

    @Test
    void completesWhatIsOpenAndKeepsWhatIsSet() {
        GanComponents chosen = application().complete(GanComponents.open(), schema());
        assertThat(application().uses()).containsAll(chosen.values().set());
        assertThat(application().complete(chosen, schema())).isEqualTo(chosen);
        assertThat(completed().values().set()).containsAll(components().values().set());
        for (GanOption<?> option : components().values().set()) {
            assertThat((Object) completed().get(option))
                    .as(option.key())
                    .isEqualTo(components().get(option));
        }
    }

    @Test
    void resolvingTwiceChangesNothing() {
        GanComponents once = application().resolved(completed(), schema());
        assertThat(application().resolved(once, schema())).isEqualTo(once);
        assertThat(application().problems(once, schema())).isEmpty();
    }

    private Set<String> fieldsInUse() {
        return plan(SEED).phaseSchedule().phases().stream()
                .flatMap(phase -> phase.game().fields().stream())
                .map(Field::name)
                .collect(Collectors.toSet());
    }

    @Test
    void dataThatLackAFieldAreRefusedWithAMessageThatNamesIt() {
        Set<String> needed = fieldsInUse();
        needed.removeAll(optionalFields());
        assertThat(needed).isNotEmpty().allSatisfy(missing -> assertThat(
                        application().problems(without(missing)))
                .as("problems without the field " + missing)
                .anyMatch(problem -> problem.matches("(?s).*\\b" + Pattern.quote(missing) + "\\b.*")));
    }

    @Test
    void dataThatLackAnOptionalFieldAreAccepted() {
        assertThat(optionalFields())
                .allSatisfy(missing -> assertThat(application().problems(without(missing)))
                        .as("problems without the field " + missing)
                        .isEmpty());
    }

    private DataSchema without(String missing) {
        List<Field> others = schema().fields().stream()
                .filter(field -> !field.name().equals(missing))
                .toList();
        return new DataSchema(others, schema().classes(), schema().captions());
    }

    @Test
    void twentyStepsChangeEveryNetworkAndStayFinite() {
        Plan plan = plan(SEED);
        try (Session session = session()) {
            train(session, plan, STEPS);
            for (Network network : plan.networks()) {
                assertThat(variables(network)).as(network.name()).anyMatch(variable -> !session.get(variable)
                        .equals(variable.initial().evaluate()));
                assertThat(variables(network)).as(network.name()).allMatch(variable -> finite(session.get(variable)));
            }
        }
    }

    private static boolean finite(TensorData values) {
        for (double value : values.toDoubles()) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    @Test
    void equalSeedsGiveEqualRunsAndOthersDiffer() {
        try (Session first = session();
                Session again = session();
                Session other = session()) {
            train(first, plan(SEED), 2);
            train(again, plan(SEED), 2);
            train(other, plan(SEED + 1), 2);
            assertThat(state(again)).isEqualTo(state(first));
            assertThat(state(other)).isNotEqualTo(state(first));
        }
    }

    @Test
    void aReloadedRunShowsTheSameSamples() {
        Plan plan = plan(SEED);
        try (Session trained = session();
                Session reloaded = session()) {
            train(trained, plan, STEPS);
            Plan rebuilt = plan(SEED);
            Map<String, TensorData> saved = state(trained);
            for (Network network : rebuilt.networks()) {
                for (Variable variable : variables(network)) {
                    assertThat(saved).as("the saved state").containsKey(variable.name());
                    reloaded.set(variable, saved.get(variable.name()));
                }
            }
            for (int i = 0; i < plan.phaseSchedule().phases().size(); i++) {
                Phase phase = plan.phaseSchedule().phases().get(i);
                TensorData shown = shown(trained, phase.preview(), data(), STEPS);
                assertThat(shown.shape().dim(0)).isEqualTo(phase.preview().count());
                assertThat(finite(shown)).isTrue();
                assertThat(shown(trained, phase.preview(), data(), STEPS)).isEqualTo(shown);
                SamplePreview same = rebuilt.phaseSchedule().phases().get(i).preview();
                assertThat(shown(reloaded, same, data(), STEPS)).isEqualTo(shown);
            }
        }
    }

    @Test
    void generatedSamplesHaveTheFormOfTheirReference() {
        Plan plan = plan(SEED);
        if (!plan.has(Evaluable.class)) {
            return;
        }
        try (Session session = session()) {
            new ComparisonCheck(plan, session).check(data().read(2, 0, 1), 3);
        }
    }

    @Test
    void allPhasesRunInFewSteps() {
        Plan plan = shortened(plan(SEED));
        assertThat(plan.phaseSchedule().stepsPerPhase(FEW)).allMatch(steps -> steps >= 1);
        try (Session session = session()) {
            train(session, plan, FEW);
            for (Phase phase : plan.phaseSchedule().phases()) {
                assertThat(phase.game().players().stream().flatMap(player -> player.parameters().stream()))
                        .as("the parameters of the phase " + phase.name())
                        .anyMatch(parameter -> !session.get(parameter)
                                .equals(parameter.initial().evaluate()));
            }
        }
    }

    @Test
    void changingAComponentChangesTheRunOrIsRefused() {
        GanComponents given = completed();
        Map<String, TensorData> before = few(given);
        for (Variation variation : ComponentVariations.of(given)) {
            boolean used = application().uses().contains(variation.option());
            boolean refused = used
                    && !application().problems(variation.components(), schema()).isEmpty();
            if (used && !refused) {
                assertThat(few(variation.components()))
                        .as("the run with another " + variation + ", which the application uses")
                        .isNotEqualTo(before);
            }
        }
    }

    @Test
    void allPhasesComputeBatchesInTheChosenParts() {
        GanComponents inParts = completed().with(GanComponents.ACCUMULATION, 2);
        if (application().uses().contains(GanComponents.ACCUMULATION)) {
            Plan plan = application().plan(application().resolved(inParts, schema()), schema(), SEED);
            assertThat(plan.phaseSchedule().phases())
                    .allMatch(phase -> phase.game().accumulation() == 2, "a game with the components' accumulation");
            try (Session session = session()) {
                train(session, shortened(plan), FEW);
            }
        }
    }

    private Map<String, TensorData> few(GanComponents components) {
        Plan plan = shortened(application().plan(application().resolved(components, schema()), schema(), SEED));
        try (Session session = session()) {
            train(session, plan, FEW);
            return state(session);
        }
    }

    @Test
    void aBatchThatLacksAFieldIsRefusedWithAMessageThatNamesIt() {
        BatchSource empty = number -> Map.of();
        try (Session session = session()) {
            assertThatThrownBy(() -> train(session, plan(SEED), empty, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .message()
                    .matches(message -> fieldsInUse().stream().anyMatch(message::contains), "names a field");
        }
    }
}
