package org.gan4j.testkit;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;

import java.util.List;
import java.util.stream.Stream;
import org.gan4j.api.loss.Regularizer;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/**
 * The contract of every regularizer. A test extends this class and returns its regularizers, each with the settings to
 * test:
 *
 * <pre>{@code
 * class MyPenaltyTest extends RegularizerContract {
 *     protected List<Regularizer> regularizers() { return List.of(new MyPenalty(10)); }
 * }
 * }</pre>
 *
 * <p>Each is tried with a critic and a generator of one tanh layer, on images [4,1,4,4]. The term must be a scalar, for
 * scores of images, patches and packs; its gradients of orders 1 and 2 by the player's parameters must equal finite
 * differences and not all be 0; it must be finite in FLOAT for large scores and where the networks are constant, a mean
 * (a batch that has each sample twice changes nothing), multiplied by its period, and must update exactly the state that
 * it declares. What it says about its use of input gradients, latents and features must be true. Formulas are compared
 * with numbers from elsewhere in tests of the regularizer itself.
 */
public abstract class RegularizerContract {
    private static final int STEP = 2000;

    /** Returns the regularizers under test, at least one. */
    protected abstract List<Regularizer> regularizers();

    /**
     * Returns a step in which the term is neither constant nor off. Defaults to 2000.
     *
     * @param regularizer one of the regularizers
     */
    protected int step(Regularizer regularizer) {
        return STEP;
    }

    /**
     * Returns whether the term is never below 0. Defaults to true.
     *
     * @param regularizer one of the regularizers
     */
    protected boolean nonnegative(Regularizer regularizer) {
        return true;
    }

    @TestFactory
    final Stream<DynamicContainer> everyRegularizer() {
        List<Regularizer> regularizers = regularizers();
        if (regularizers.isEmpty()) {
            throw new AssertionError("there is no regularizer to test: regularizers() is empty");
        }
        return regularizers.stream()
                .map(each -> dynamicContainer(
                        each.toString(), new RegularizerCheck(each, step(each), nonnegative(each)).tests()));
    }
}
