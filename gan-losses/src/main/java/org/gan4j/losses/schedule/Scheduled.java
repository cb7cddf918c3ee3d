package org.gan4j.losses.schedule;

import java.util.List;
import java.util.Map;
import org.gan4j.api.loss.Regularizer;
import org.gan4j.api.loss.RegularizerContext;
import org.gan4j.api.optim.LearningRateSchedule;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * A regularizer whose weight follows a schedule of the steps, as R3GAN's γ does (<a
 * href="https://arxiv.org/abs/2501.05441">Huang et al. 2024</a>). The schedule's factor, meant for learning rates,
 * multiplies the term:
 *
 * <pre>{@code
 * regularizers: [{name: scheduled, of: {name: r1, weight: 10}, schedule: {name: cosine-decay, steps: 10000, end: 0.1}}]
 * }</pre>
 *
 * Everything else, such as the player, the state, and the name in metrics and messages, is that of the regularizer.
 *
 * @param of the regularizer, whose weight is the one at a factor of 1
 * @param schedule the factor in each step
 */
public record Scheduled(Regularizer of, LearningRateSchedule schedule) implements Regularizer {
    /**
     * Creates the regularizer.
     *
     * @throws IllegalArgumentException if there is no other regularizer or no schedule
     */
    public Scheduled {
        if (of == null) {
            throw new IllegalArgumentException("scheduled changes the weight of another regularizer, but has none; give"
                    + " it one, as in \"of: r1\"");
        }
        if (schedule == null) {
            throw new IllegalArgumentException("scheduled has no schedule; give it one, as in \"schedule: {name:"
                    + " cosine-decay, steps: 10000, end: 0.1}\"");
        }
    }

    @Override
    public String name() {
        return "scheduled";
    }

    @Override
    public String termName() {
        return of.termName();
    }

    @Override
    public String summary() {
        return "another regularizer whose weight follows a schedule";
    }

    @Override
    public Tensor penalty(RegularizerContext context) {
        Tensor term = of.penalty(context);
        return term.mul(schedule.factor(context.step().cast(DType.DOUBLE)).cast(term.dtype()));
    }

    @Override
    public boolean usesInputGradient() {
        return of.usesInputGradient();
    }

    @Override
    public boolean usesLatents() {
        return of.usesLatents();
    }

    @Override
    public boolean usesFeatures() {
        return of.usesFeatures();
    }

    @Override
    public Role player() {
        return of.player();
    }

    @Override
    public int period() {
        return of.period();
    }

    @Override
    public boolean updatesEveryStep() {
        return of.updatesEveryStep();
    }

    @Override
    public Map<String, Tensor> state() {
        return of.state();
    }

    @Override
    public Map<String, Tensor> state(List<Variable> parameters) {
        return of.state(parameters);
    }
}
