package ${package};

import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.tensor.Tensor;

/**
 * A loss of this project: log cosh of the distance of scores from their targets, 1 for real samples and 0 for fakes. It
 * is a square near the target, as in the least squares loss, and a line far from it, so that an outlier pulls no harder
 * than others.
 *
 * <pre>
 * critic:    E[log cosh(D(x) - 1)] + E[log cosh(D(G(z)))]
 * generator: E[log cosh(D(G(z)) - 1)]
 * </pre>
 */
public record MyLoss() implements AdversarialLoss {
    private static final double LOG_2 = Math.log(2);

    @Override
    public String name() {
        return "my-loss";
    }

    @Override
    public String summary() {
        return "log cosh of the distance of scores from their targets";
    }

    @Override
    public Tensor critic(Tensor real, Tensor fake) {
        return logCosh(real.sub(1)).mean().add(logCosh(fake).mean());
    }

    @Override
    public Tensor generator(Tensor real, Tensor fake) {
        return logCosh(fake.sub(1)).mean();
    }

    /** log cosh x = x + log(1 + exp(-2x)) - log 2, which does not overflow. */
    private static Tensor logCosh(Tensor x) {
        return x.add(x.mul(-2).softplus()).sub(LOG_2);
    }
}
