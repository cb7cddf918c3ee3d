package org.gan4j.testkit;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.gan4j.api.loss.AdversarialLoss;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/**
 * The contract of every adversarial loss. A test extends this class and returns its losses, each with the settings to
 * test:
 *
 * <pre>{@code
 * class MyLossTest extends LossContract {
 *     protected List<AdversarialLoss> losses() { return List.of(new MyLoss()); }
 * }
 * }</pre>
 *
 * <p>Both players' losses must be scalars whose gradients of orders 1 and 2 equal finite differences, finite for scores
 * of ±10,000 in FLOAT, means (duplicating or reordering the batch, or reshaping the scores to patches, changes nothing),
 * and must push the scores in the right direction. With {@link #bestScore}, the critic's loss must also have its minimum
 * where theory puts it. Formulas are compared with numbers from elsewhere in tests of the loss itself.
 */
public abstract class LossContract {
    /** Returns the losses under test, at least one. */
    protected abstract List<AdversarialLoss> losses();

    /**
     * Returns the score that minimizes the critic's loss at a point of the sample space, if it depends on nothing but
     * the density ratio there, such as log(ratio) for the non-saturating loss. Defaults to empty: no such score is
     * known, as for relativistic and Wasserstein losses.
     *
     * @param loss one of the losses
     * @param ratio the density of real samples divided by that of fakes
     */
    protected OptionalDouble bestScore(AdversarialLoss loss, double ratio) {
        return OptionalDouble.empty();
    }

    @TestFactory
    final Stream<DynamicContainer> everyLoss() {
        List<AdversarialLoss> losses = losses();
        if (losses.isEmpty()) {
            throw new AssertionError("there is no loss to test: losses() is empty");
        }
        return losses.stream()
                .map(loss -> dynamicContainer(
                        loss.toString(),
                        checks(loss).stream().map(check -> dynamicTest(check.name(), () -> check.run(loss)))));
    }

    private List<LossCheck> checks(AdversarialLoss loss) {
        return LossCheck.all(ratio -> bestScore(loss, ratio));
    }
}
