package ${package};

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.tensor.Tensor;
import org.gan4j.testkit.LossContract;
import org.junit.jupiter.api.Test;

/** The contract compares derivatives with finite differences, tries extreme scores, and more; the values are from the formula. */
class MyLossTest extends LossContract {
    @Override
    protected List<AdversarialLoss> losses() {
        return List.of(new MyLoss());
    }

    @Test
    void hasTheValuesOfItsFormula() {
        Tensor real = Tensor.of(new double[] {1, 3});
        Tensor fake = Tensor.of(new double[] {0, -1});
        // log cosh of 1 and 2
        double one = 0.4337808304830271;
        double two = 1.3250027473578645;
        assertThat(new MyLoss().critic(real, fake).evaluate().item()).isCloseTo(two / 2 + one / 2, within(1e-12));
        assertThat(new MyLoss().generator(real, fake).evaluate().item()).isCloseTo(one / 2 + two / 2, within(1e-12));
    }
}
