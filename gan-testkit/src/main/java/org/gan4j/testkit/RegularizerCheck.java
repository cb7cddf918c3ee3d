package org.gan4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.loss.GivenRegularizerContext;
import org.gan4j.api.loss.Regularizer;
import org.gan4j.api.loss.Regularizer.Role;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.junit.jupiter.api.DynamicTest;

/**
 * The checks of one regularizer, with {@link TinyGan}.
 *
 * @param regularizer the regularizer
 * @param step a step in which the term is neither constant nor off
 * @param nonnegative whether the term is never below 0
 */
record RegularizerCheck(Regularizer regularizer, int step, boolean nonnegative) {
    private static final double TOLERANCE = 1e-9;
    private static final double LARGE = 1e4;
    private static final Parameters VALUES = RegularizerCheck::initial;
    private static final Parameters EARLIER =
            variable -> Tensor.of(initial(variable).mul(0.75).evaluate());

    /** Returns a test for each check. */
    List<DynamicTest> tests() {
        return List.of(
                dynamicTest("is a record with a name that files can use", this::isARecordWithANameThatFilesCanUse),
                dynamicTest(
                        "is a scalar for scores of images patches and packs",
                        this::isAScalarForScoresOfImagesPatchesAndPacks),
                dynamicTest(
                        "its first and second derivatives by the players parameters agree with finite differences",
                        this::itsFirstAndSecondDerivativesByThePlayersParametersAgreeWithFiniteDifferences),
                dynamicTest("changes its player", this::changesItsPlayer),
                dynamicTest("is finite for large scores", this::isFiniteForLargeScores),
                dynamicTest("is finite where gradients vanish", this::isFiniteWhereGradientsVanish),
                dynamicTest(
                        "is the same for a batch that has each sample twice",
                        this::isTheSameForABatchThatHasEachSampleTwice),
                dynamicTest("is not below zero if so declared", this::isNotBelowZeroIfSoDeclared),
                dynamicTest(
                        Lazily.hasPeriod(regularizer)
                                ? "a period multiplies the term"
                                : "has no setting period and is added in every step",
                        this::aPeriodMultipliesTheTerm),
                dynamicTest("updates all of its state and no other", this::updatesAllOfItsStateAndNoOther),
                dynamicTest(
                        "says whether it uses the critics input gradient",
                        this::saysWhetherItUsesTheCriticsInputGradient),
                dynamicTest("says whether it uses latents", this::saysWhetherItUsesLatents),
                dynamicTest("says whether it uses features", this::saysWhetherItUsesFeatures));
    }

    private static Tensor initial(Variable variable) {
        return Tensor.of(variable.initial().evaluate());
    }

    private List<Variable> parameters() {
        return TinyGan.parameters(regularizer.player());
    }

    /** Returns the state after an update with other values of the variables, so that it is not the initial one. */
    private Map<String, TensorData> state() {
        Map<String, Tensor> declared = regularizer.state(parameters());
        GivenRegularizerContext context = TinyGan.single().context(regularizer, EARLIER, step);
        declared.forEach(context::state);
        regularizer.penalty(context);
        Map<String, TensorData> state = new HashMap<>();
        declared.forEach((name, initial) ->
                state.put(name, context.updates().getOrDefault(name, initial).evaluate()));
        return state;
    }

    private GivenRegularizerContext context(TinyGan gan, Parameters values) {
        return stated(gan.context(regularizer, values, step));
    }

    private GivenRegularizerContext stated(GivenRegularizerContext context) {
        state().forEach((name, value) -> context.state(name, Tensor.of(value)));
        return context;
    }

    private Tensor term(TinyGan gan) {
        return regularizer.penalty(context(gan, Parameters.variables()));
    }

    /** Returns the term followed by its gradient with respect to each parameter of the player. */
    private List<Tensor> withGradients(Tensor term) {
        List<Tensor> all = new ArrayList<>(List.of(term));
        all.addAll(Gradients.of(term, parameters().stream().map(Variable::value).toList()));
        return all;
    }

    private static TensorData inDouble(Tensor tensor) {
        IdentityHashMap<Tensor, Tensor> values = new IdentityHashMap<>();
        for (Role role : Role.values()) {
            TinyGan.parameters(role)
                    .forEach(variable -> values.put(variable.value(), InDouble.rewrite(initial(variable), none())));
        }
        return InDouble.rewrite(tensor, values).evaluate();
    }

    private static IdentityHashMap<Tensor, Tensor> none() {
        return new IdentityHashMap<>();
    }

    void isARecordWithANameThatFilesCanUse() {
        assertThat(regularizer.name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
        assertThat(regularizer)
                .as("a record, so it can be written and read back")
                .isInstanceOf(Record.class);
        assertThat(regularizer.period()).as("the period").isPositive();
    }

    void isAScalarForScoresOfImagesPatchesAndPacks() {
        for (TinyGan gan : List.of(
                TinyGan.single(), TinyGan.single().patches(), TinyGan.single().packs())) {
            Tensor term = term(gan);
            assertThat(term.shape().rank()).as("the rank of the term").isZero();
            assertThat(inDouble(term).item()).as("the term").isFinite();
        }
    }

    void itsFirstAndSecondDerivativesByThePlayersParametersAgreeWithFiniteDifferences() {
        GradientCheck.ofExpression(withStateHeld(TinyGan.single()))
                .by(parameters())
                .order(2)
                .holds();
        GradientCheck.ofExpression(withStateHeld(TinyGan.single().patches()))
                .by(parameters())
                .holds();
    }

    /** Returns the term in which a next state that the regularizer stops the gradient of is a constant. */
    private Tensor withStateHeld(TinyGan gan) {
        GivenRegularizerContext context = context(gan, Parameters.variables());
        Tensor term = regularizer.penalty(context);
        IdentityHashMap<Tensor, Tensor> held = none();
        for (Tensor update : context.updates().values()) {
            Tensor next = update.inputs().get(0);
            if (Rewriting.stopsGradient(next)) {
                held.put(next, Tensor.of(inDouble(next)).cast(next.dtype()));
            }
        }
        return Rewriting.replaced(List.of(term), held::get).get(0);
    }

    void changesItsPlayer() {
        List<Tensor> all = withGradients(term(TinyGan.single()));
        assertThat(all.subList(1, all.size()))
                .as("the gradients by the parameters of the " + regularizer.player())
                .anyMatch(gradient -> inDouble(gradient.abs().max()).item() > 0);
    }

    void isFiniteForLargeScores() {
        requireFinite(
                TinyGan.single().scored(outputs -> new Outputs(outputs.value().mul(LARGE), outputs.heads())));
    }

    void isFiniteWhereGradientsVanish() {
        requireFinite(
                TinyGan.single().scored(outputs -> new Outputs(outputs.value().mul(0), outputs.heads())));
        requireFinite(TinyGan.single().generated(images -> images.mul(0)));
    }

    /** Requires that the term and its gradients are finite in single precision. */
    private void requireFinite(TinyGan gan) {
        List<Tensor> all = withGradients(term(gan));
        IdentityHashMap<Tensor, Tensor> values = none();
        for (Role role : Role.values()) {
            TinyGan.parameters(role).forEach(variable -> values.put(variable.value(), initial(variable)));
        }
        for (Tensor each : Rewriting.replaced(all, values::get)) {
            assertThat(Arrays.stream(each.evaluate().toDoubles()).allMatch(Double::isFinite))
                    .as("that the term and its gradients are finite")
                    .isTrue();
        }
    }

    void isTheSameForABatchThatHasEachSampleTwice() {
        Tensor twice = Rewriting.replaced(
                        List.of(term(TinyGan.single().twice())), node -> Rewriting.drawnTwice(node, TinyGan.BATCH))
                .get(0);
        double once = inDouble(term(TinyGan.single())).item();
        assertThat(inDouble(twice).item())
                .as("the term of a batch that has each sample twice, with the same random numbers: take means over"
                        + " samples")
                .isCloseTo(once, within(TOLERANCE * Math.max(1, Math.abs(once))));
    }

    void isNotBelowZeroIfSoDeclared() {
        double term = inDouble(term(TinyGan.single())).item();
        assertThat(!nonnegative || term >= 0)
                .as("that " + term + " is at least 0")
                .isTrue();
    }

    void aPeriodMultipliesTheTerm() {
        if (!Lazily.hasPeriod(regularizer)) {
            assertThat(regularizer.period())
                    .as("the period, which no setting changes: add a record component int period")
                    .isEqualTo(1);
            return;
        }
        double once = termOfPeriod(1);
        for (int period : new int[] {2, 16}) {
            assertThat(termOfPeriod(period))
                    .as("the term of period " + period)
                    .isCloseTo(period * once, within(TOLERANCE * period * Math.max(1, Math.abs(once))));
        }
    }

    /** Returns the term of a copy with another period. */
    private double termOfPeriod(int period) {
        Regularizer changed = Lazily.withPeriod(regularizer, period);
        assertThat(changed.period()).isEqualTo(period);
        return inDouble(changed.penalty(context(TinyGan.single(), Parameters.variables())))
                .item();
    }

    void updatesAllOfItsStateAndNoOther() {
        GivenRegularizerContext context = context(TinyGan.single(), VALUES);
        regularizer.penalty(context);
        Map<String, Tensor> declared = regularizer.state(parameters());
        assertThat(context.updates().keySet()).as("the state that it updates").isEqualTo(declared.keySet());
        context.updates().forEach((name, next) -> {
            assertThat(next.shape())
                    .as("the shape of " + name)
                    .isEqualTo(declared.get(name).shape());
            assertThat(next.evaluate().toDoubles()).as(name).doesNotContain(Double.NaN);
        });
    }

    void saysWhetherItUsesTheCriticsInputGradient() {
        double term = inDouble(term(TinyGan.single())).item();
        double without =
                inDouble(term(TinyGan.single().seen(Tensor::stopGradient))).item();
        assertThat(term != without)
                .as("that the term changes if the critic has no gradient by its input")
                .isEqualTo(regularizer.usesInputGradient());
    }

    void saysWhetherItUsesLatents() {
        GivenRegularizerContext context = stated(TinyGan.single().withoutGenerator(regularizer, VALUES, step));
        requireRefusal(regularizer.usesLatents(), context);
    }

    void saysWhetherItUsesFeatures() {
        TinyGan plain = TinyGan.single().scored(outputs -> Outputs.of(outputs.value()));
        requireRefusal(regularizer.usesFeatures(), context(plain, VALUES));
    }

    private void requireRefusal(boolean wanted, GivenRegularizerContext context) {
        if (wanted) {
            assertThatThrownBy(() -> regularizer.penalty(context)).isInstanceOf(IllegalArgumentException.class);
        } else {
            regularizer.penalty(context);
        }
    }
}
