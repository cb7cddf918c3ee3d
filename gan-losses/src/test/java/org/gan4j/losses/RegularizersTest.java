package org.gan4j.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.gan4j.api.loss.Augmentation;
import org.gan4j.api.loss.GivenRegularizerContext;
import org.gan4j.api.loss.Regularizer;
import org.gan4j.api.loss.Regularizer.Role;
import org.gan4j.api.loss.RegularizerContext;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.optim.CosineDecay;
import org.gan4j.losses.generator.FeatureMatching;
import org.gan4j.losses.generator.ModeSeeking;
import org.gan4j.losses.generator.PathLength;
import org.gan4j.losses.penalty.Consistency;
import org.gan4j.losses.penalty.Dragan;
import org.gan4j.losses.penalty.Drift;
import org.gan4j.losses.penalty.GradientPenalty;
import org.gan4j.losses.penalty.LeCam;
import org.gan4j.losses.penalty.R1;
import org.gan4j.losses.penalty.R2;
import org.gan4j.losses.penalty.ZeroCentered;
import org.gan4j.losses.schedule.Scheduled;
import org.gan4j.losses.weight.HistoricalAveraging;
import org.gan4j.losses.weight.OrthogonalWeights;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.testkit.Oracle;
import org.gan4j.testkit.OracleCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares with PyTorch (make_regularizer_oracles.py). */
class RegularizersTest {
    private static final String STATE = "state_";
    private static final String NEXT = "next_";

    /** Reverses the numbers of a sample. */
    private record Reversed() implements Augmentation {
        @Override
        public String name() {
            return "reversed";
        }

        @Override
        public Tensor apply(Tensor samples, RandomKey random, Tensor strength) {
            return samples.flip(1);
        }
    }

    private static final Map<String, Regularizer> TESTED = Map.ofEntries(
            Map.entry("gradient-penalty", GradientPenalty.of(10)),
            Map.entry("gradient-penalty one-sided", new GradientPenalty(10, 0.5, true)),
            Map.entry("gradient-penalty lazy", new GradientPenalty(10, 1, false, 4)),
            Map.entry("r1", R1.of(10)),
            Map.entry("r1 lazy", new R1(10, 16)),
            Map.entry("r2", R2.of(10)),
            Map.entry("r2 lazy", new R2(10, 16)),
            Map.entry("dragan", Dragan.of(10)),
            Map.entry("zero-centered", ZeroCentered.of(10)),
            Map.entry("drift", Drift.standard()),
            Map.entry("consistency", Consistency.of(new Reversed())),
            Map.entry("consistency balanced", Consistency.of(new Reversed()).both()),
            Map.entry("lecam", LeCam.standard()),
            Map.entry("lecam early", LeCam.standard()),
            Map.entry("feature-matching", FeatureMatching.of(1)),
            Map.entry("mode-seeking", ModeSeeking.of(1)),
            Map.entry("path-length", PathLength.standard()),
            Map.entry("orthogonal-weights", OrthogonalWeights.of(Role.GENERATOR)),
            Map.entry("historical-averaging", HistoricalAveraging.of(Role.CRITIC)),
            Map.entry("historical-averaging first", HistoricalAveraging.of(Role.CRITIC)),
            Map.entry("scheduled", new Scheduled(R1.of(10), new CosineDecay(100_000, 0))));

    static List<OracleCase> known() {
        return Oracle.read("regularizers").cases();
    }

    private static Variable variable(String name, Tensor value) {
        return value.shape().rank() > 1 ? Variable.weight(name, value, 1) : Variable.of(name, value);
    }

    private static Tensor generated(Map<String, Tensor> p, Tensor z) {
        Tensor hidden = z.matmul(p.get("a")).add(p.get("c")).tanh();
        return hidden.matmul(p.get("b")).add(p.get("d")).tanh();
    }

    private static Outputs scored(Map<String, Tensor> p, Tensor x) {
        Tensor features = x.matmul(p.get("w1")).add(p.get("b1")).tanh();
        Tensor scores = features.matmul(p.get("w2")).add(p.get("b2")).reshape(-1);
        return Outputs.of(scores).with(Outputs.FEATURES, features);
    }

    private static List<String> parameters(Role player) {
        return player == Role.CRITIC ? List.of("w1", "b1", "w2", "b2") : List.of("a", "c", "b", "d");
    }

    @ParameterizedTest
    @MethodSource("known")
    void agreesWithPyTorchInValueGradientsAndNextState(OracleCase known) {
        Regularizer regularizer = TESTED.get(known.name());
        Map<String, Tensor> values = new LinkedHashMap<>();
        known.inputs().stream()
                .filter(name -> !name.startsWith(STATE))
                .forEach(name -> values.put(name, known.input(name)));
        List<Variable> variables = parameters(regularizer.player()).stream()
                .map(name -> variable(name, values.get(name)))
                .toList();
        GivenRegularizerContext context = RegularizerContext.of(
                        x -> x, values.get("real"), generated(values, values.get("z")), RandomKey.of(5))
                .critic(x -> scored(values, x))
                .generator(values.get("z"), z -> Outputs.of(generated(values, z)))
                .parameters(variables, variable -> values.get(variable.name()))
                .step(known.wholeSetting("step"));
        regularizer.state(variables).keySet().forEach(name -> context.state(name, known.input(STATE + name)));
        Tensor penalty = regularizer.penalty(context);

        known.requireExpected("penalty", penalty.evaluate(), 1e-12);
        for (String name : parameters(regularizer.player())) {
            known.requireExpected(
                    "grad_" + name, Gradients.of(penalty, values.get(name)).evaluate(), 1e-10);
        }
        Map<String, Tensor> updates = new HashMap<>(context.updates());
        known.expected().stream()
                .filter(name -> name.startsWith(NEXT))
                .forEach(name -> known.requireExpected(
                        name, updates.remove(name.substring(NEXT.length())).evaluate(), 1e-12));
        assertThat(updates).isEmpty();
    }

    @Test
    void theOracleKnowsEachRegularizerOfThePlugin() {
        assertThat(known().stream().map(OracleCase::name)).containsExactlyInAnyOrderElementsOf(TESTED.keySet());
        assertThat(TESTED.values().stream().map(Regularizer::name))
                .containsAll(new LossesPlugin()
                        .regularizers().stream().map(Regularizer::name).toList());
    }

    @Test
    void eachRegularizerOfThePluginHasAPeriodOrThatOfAnother() {
        for (Regularizer regularizer : new LossesPlugin().regularizers()) {
            assertThat(regularizer.getClass().getRecordComponents())
                    .as(regularizer.name())
                    .anyMatch(component -> component.getName().equals("period")
                            || Regularizer.class.isAssignableFrom(component.getType()));
        }
    }

    private static void refuses(Supplier<Regularizer> wrong, String message) {
        assertThatThrownBy(wrong::get)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void settingsOutsideTheirBoundsAreRefused() {
        String end = " needs a weight above 0 and a period of at least 1, not ";
        refuses(() -> new R2(0, 1), "r2" + end + "0.0 and 1");
        refuses(() -> new Dragan(1, 0), "dragan" + end + "1.0 and 0");
        refuses(() -> new ZeroCentered(-1, 1), "zero-centered" + end + "-1.0 and 1");
        refuses(() -> new Consistency(0, true, new Reversed(), 1), "consistency" + end + "0.0 and 1");
        refuses(() -> new FeatureMatching(1, 0), "feature-matching" + end + "1.0 and 0");
        refuses(() -> new ModeSeeking(0, 1), "mode-seeking" + end + "0.0 and 1");
        refuses(() -> new HistoricalAveraging(0, Role.CRITIC, 1), "historical-averaging" + end + "0.0 and 1");
        refuses(
                () -> new LeCam(0.3, 1, 0, 1),
                "lecam needs a weight above 0, a decay of at least 0 and below 1, a start of at least 0 and a period of"
                        + " at least 1; got weight 0.3, decay 1.0, start 0 and period 1");
        refuses(
                () -> new GradientPenalty(10, 1, false, 0),
                "a gradient penalty needs a weight above 0, a target of at least 0 and a period of at least 1, not"
                        + " 10.0, 1.0 and 0");
    }

    @Test
    void aChangeOfNothingIsRefused() {
        refuses(
                () -> new Scheduled(null, new CosineDecay(10, 0)),
                "scheduled changes the weight of another regularizer, but has none; give it one, as in \"of: r1\"");
        refuses(
                () -> new Scheduled(R1.of(1), null),
                "scheduled has no schedule; give it one, as in \"schedule: {name: cosine-decay, steps: 10000, end:"
                        + " 0.1}\"");
        refuses(
                () -> Consistency.of(null),
                "consistency compares the scores of a sample and of its augmentation, but has none; give it one, as in"
                        + " \"of: diff-augment\"");
    }

    @Test
    void aScheduledTermHasTheNameOfTheOther() {
        Regularizer scheduled = new Scheduled(R1.of(1), new CosineDecay(10, 0));
        assertThat(scheduled.name()).isEqualTo("scheduled");
        assertThat(scheduled.termName()).isEqualTo("r1");
        assertThat(new Scheduled(scheduled, new CosineDecay(5, 0)).termName()).isEqualTo("r1");
    }

    @Test
    void aSingleSampleHasNoOtherToSeekModesWith() {
        Tensor one = Tensor.zeros(1, 2);
        RegularizerContext context =
                RegularizerContext.of(x -> x, one, one, RandomKey.of(1)).generator(one, Outputs::of);
        assertThatThrownBy(() -> ModeSeeking.of(1).penalty(context))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "mode-seeking compares the samples of a batch, which has only one: use a larger batch size");
    }

    @Test
    void modesAreNotSoughtAmongEqualLatents() {
        Tensor same = Tensor.ones(4, 2);
        RegularizerContext context =
                RegularizerContext.of(x -> x, same, same, RandomKey.of(1)).generator(same, Outputs::of);
        Tensor penalty = ModeSeeking.of(1).penalty(context);
        assertThat(penalty.evaluate().item()).isCloseTo(1e5, within(1.0));
        assertThat(Arrays.stream(Gradients.of(penalty, same).toDoubles()).allMatch(each -> each == 0))
                .isTrue();
    }

    @Test
    void theSamplesOfAPackShareTheirPositionAndTheirNorm() {
        // f of a pack is the sum of its squares / 2, so its gradient is the pack
        double[] real = {1, -0.5, 0.25, 2, -1.5, 0.75, 0.5, -1};
        double[] fake = {0.5, 1, -2, 0.25, 1.5, -0.75, 0, 1};
        RandomKey random = RandomKey.of(1);
        RegularizerContext packs = RegularizerContext.of(
                x -> x.square().reshape(2, -1).sum(1).mul(0.5), Tensor.of(real, 4, 2), Tensor.of(fake, 4, 2), random);
        double[] positions = random.child("position").uniform(4, 1).toDoubles();
        double[] uniform = random.child("perturbation").uniform(4, 2).toDoubles();
        assertThat(positions).doesNotHaveDuplicates();
        double mean = Arrays.stream(real).average().orElseThrow();
        double spread = Math.sqrt(Arrays.stream(real)
                        .map(each -> (each - mean) * (each - mean))
                        .average()
                        .orElseThrow())
                / 2;
        double expected = 0;
        double squares = 0;
        for (int pack = 0; pack < 2; pack++) {
            double norm = 0;
            for (int i = 4 * pack; i < 4 * pack + 4; i++) {
                double around = real[i] + positions[2 * pack] * spread * uniform[i];
                norm += around * around;
                squares += fake[i] * fake[i] / 2;
            }
            expected += (Math.sqrt(norm) - 1) * (Math.sqrt(norm) - 1) / 2;
        }
        assertThat(Dragan.of(1).penalty(packs).evaluate().item()).isCloseTo(expected, within(1e-12));
        assertThat(R2.of(2).penalty(packs).evaluate().item()).isCloseTo(squares, within(1e-12));
    }
}
