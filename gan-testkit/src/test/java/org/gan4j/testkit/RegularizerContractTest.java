package org.gan4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.gan4j.api.loss.Regularizer;
import org.gan4j.api.loss.RegularizerContext;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.Tensor;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;

/** The contract notices regularizers that are wrong on purpose. */
class RegularizerContractTest {
    /** The terms and declarations of a regularizer. */
    private record Given(
            boolean usesInputGradient, Map<String, Tensor> state, Function<RegularizerContext, Tensor> term)
            implements Regularizer {
        static Given of(Function<RegularizerContext, Tensor> term) {
            return new Given(true, Map.of(), term);
        }

        Given state(Map<String, Tensor> declared) {
            return new Given(usesInputGradient, declared, term);
        }

        @Override
        public String name() {
            return "given";
        }

        @Override
        public Tensor penalty(RegularizerContext context) {
            return term.apply(context);
        }
    }

    private static RegularizerCheck check(Regularizer regularizer) {
        return new RegularizerCheck(regularizer, 2000, true);
    }

    private static Given ofNorms(Function<Tensor, Tensor> norms, UnaryOperator<Tensor> term) {
        return Given.of(
                context -> term.apply(norms.apply(Gradients.of(context.scores(context.real()), context.real()))));
    }

    private static Tensor norms(Tensor gradient) {
        return gradient.norm(1, 2, 3);
    }

    private static Tensor around(Tensor norms) {
        return norms.sub(1).square().mean();
    }

    private static final Regularizer RIGHT = ofNorms(RegularizerContractTest::norms, RegularizerContractTest::around);

    private static void notices(Regularizer wrong, Consumer<RegularizerCheck> part) {
        part.accept(check(RIGHT));
        assertThatThrownBy(() -> part.accept(check(wrong))).isInstanceOf(AssertionError.class);
    }

    @Test
    void oneNormOfAllSamplesTogether() {
        notices(
                ofNorms(Tensor::norm, RegularizerContractTest::around),
                RegularizerCheck::isTheSameForABatchThatHasEachSampleTwice);
    }

    @Test
    void aSumOverSamples() {
        notices(
                ofNorms(RegularizerContractTest::norms, norms -> norms.square().sum()),
                RegularizerCheck::isTheSameForABatchThatHasEachSampleTwice);
    }

    @Test
    void randomNumbersOfEachSampleAreNoObjection() {
        Function<RegularizerContext, Tensor> around = context -> {
            Tensor points = context.real()
                    .add(context.random().uniform(context.real().shape().dims()));
            return around(norms(Gradients.of(context.scores(points), points)));
        };
        check(Given.of(around)).isTheSameForABatchThatHasEachSampleTwice();
    }

    @Test
    void aValueWithoutGradient() {
        notices(
                ofNorms(RegularizerContractTest::norms, norms -> around(norms).stopGradient()),
                RegularizerCheck::changesItsPlayer);
        notices(
                ofNorms(RegularizerContractTest::norms, norms -> norms.mul(norms.stopGradient())
                        .mean()),
                RegularizerCheck::itsFirstAndSecondDerivativesByThePlayersParametersAgreeWithFiniteDifferences);
    }

    @Test
    void aRootWhoseDerivativeIsInfiniteAtZero() {
        notices(
                ofNorms(gradient -> gradient.square().sum(1, 2, 3).sqrt(), RegularizerContractTest::around),
                RegularizerCheck::isFiniteWhereGradientsVanish);
    }

    @Test
    void anOverflowForLargeScores() {
        notices(Given.of(context -> context.realScores().exp().mean()), RegularizerCheck::isFiniteForLargeScores);
    }

    @Test
    void aTermOfEachSample() {
        notices(
                ofNorms(RegularizerContractTest::norms, norms -> norms),
                RegularizerCheck::isAScalarForScoresOfImagesPatchesAndPacks);
    }

    @Test
    void aTermBelowZero() {
        notices(
                ofNorms(RegularizerContractTest::norms, norms -> around(norms).neg()),
                RegularizerCheck::isNotBelowZeroIfSoDeclared);
    }

    private record Lazy(double weight, int period, boolean multiplied) implements Regularizer {
        @Override
        public String name() {
            return "lazy";
        }

        @Override
        public Tensor penalty(RegularizerContext context) {
            return context.realScores().square().mean().mul(multiplied ? weight * period : weight);
        }

        @Override
        public boolean usesInputGradient() {
            return false;
        }
    }

    @Test
    void aPeriodThatDoesNotMultiply() {
        check(new Lazy(3, 2, true)).aPeriodMultipliesTheTerm();
        assertThatThrownBy(() -> check(new Lazy(3, 2, false)).aPeriodMultipliesTheTerm())
                .isInstanceOf(AssertionError.class);
    }

    /** Changes another regularizer. */
    private record Changing(Regularizer of) implements Regularizer {
        @Override
        public String name() {
            return "changing";
        }

        @Override
        public Tensor penalty(RegularizerContext context) {
            return of.penalty(context);
        }

        @Override
        public boolean usesInputGradient() {
            return of.usesInputGradient();
        }

        @Override
        public int period() {
            return of.period();
        }
    }

    @Test
    void thePeriodOfTheRegularizerThatAnotherOneChanges() {
        check(new Changing(new Lazy(3, 2, true))).aPeriodMultipliesTheTerm();
        assertThatThrownBy(() -> check(new Changing(new Lazy(3, 2, false))).aPeriodMultipliesTheTerm())
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aMissingPeriodIsVisibleInTheNameOfTheTest() {
        assertThat(check(RIGHT).tests())
                .extracting(DynamicTest::getDisplayName)
                .contains("has no setting period and is added in every step");
        assertThat(check(new Lazy(3, 2, true)).tests())
                .extracting(DynamicTest::getDisplayName)
                .contains("a period multiplies the term");
    }

    private static Tensor updating(RegularizerContext context) {
        context.update("mean", context.state("mean").add(1));
        return RIGHT.penalty(context);
    }

    @Test
    void stateThatIsNotDeclaredOrNotUpdated() {
        Map<String, Tensor> mean = Map.of("mean", Tensor.full(0));
        check(Given.of(RegularizerContractTest::updating).state(mean)).updatesAllOfItsStateAndNoOther();
        assertThatThrownBy(
                        () -> check(Given.of(RegularizerContractTest::updating)).updatesAllOfItsStateAndNoOther())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no state mean");
        notices(Given.of(RIGHT::penalty).state(mean), RegularizerCheck::updatesAllOfItsStateAndNoOther);
    }

    @Test
    void falseDeclarations() {
        notices(new Given(false, Map.of(), RIGHT::penalty), RegularizerCheck::saysWhetherItUsesTheCriticsInputGradient);
        notices(
                Given.of(context -> context.realScores().square().mean()),
                RegularizerCheck::saysWhetherItUsesTheCriticsInputGradient);
        Given ofLatents = Given.of(context -> context.latents().square().mean());
        assertThatThrownBy(() -> check(ofLatents).saysWhetherItUsesLatents())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no generator");
        Given ofFeatures = Given.of(
                context -> context.realOutputs().head("features").square().mean());
        assertThatThrownBy(() -> check(ofFeatures).saysWhetherItUsesFeatures())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no head features");
    }

    @Test
    void aRightOnePassesAllChecks() throws Throwable {
        RegularizerContract contract = new RegularizerContract() {
            @Override
            protected List<Regularizer> regularizers() {
                return List.of(RIGHT);
            }
        };
        List<DynamicNode> tests = contract.everyRegularizer()
                .flatMap(container -> container.getChildren())
                .collect(Collectors.toList());
        assertThat(tests).hasSizeGreaterThan(10);
        for (DynamicNode test : tests) {
            ((DynamicTest) test).getExecutable().execute();
        }
    }
}
