package org.gan4j.losses.weight;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.loss.Regularizer;
import org.gan4j.api.loss.RegularizerContext;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * Historical averaging (<a href="https://arxiv.org/abs/1606.03498">Salimans et al. 2016</a>, section 3.3), which damps
 * the circling of the players around an equilibrium:
 *
 * <pre>
 * λ ‖θ - (θ₁ + ... + θₜ) / t‖²
 * </pre>
 *
 * θ are all parameters of the player, θ₁ to θₜ their values before its earlier updates; the mean of each is kept as
 * state. The term of the first update is 0. With a period n, the term is added every n-th step, multiplied by n; the
 * means are updated in every update.
 *
 * @param weight λ, above 0; 1 in the paper
 * @param player the player whose parameters it concerns
 * @param period n, at least 1; 1 in the paper
 */
public record HistoricalAveraging(double weight, Role player, int period) implements Regularizer {
    private static final String COUNT = "count";

    /**
     * Creates the regularizer.
     *
     * @throws IllegalArgumentException if the weight is not above 0 or the period is less than 1
     */
    public HistoricalAveraging {
        Regularizer.require("historical-averaging", weight, period);
    }

    /** Returns the regularizer with the paper's weight. */
    public static HistoricalAveraging of(Role player) {
        return new HistoricalAveraging(1, player, 1);
    }

    @Override
    public String name() {
        return "historical-averaging";
    }

    @Override
    public String summary() {
        return "pulls the parameters of critic or generator toward their mean over time";
    }

    @Override
    public boolean usesInputGradient() {
        return false;
    }

    @Override
    public boolean updatesEveryStep() {
        return true;
    }

    @Override
    public Map<String, Tensor> state(List<Variable> parameters) {
        Map<String, Tensor> state = new LinkedHashMap<>();
        state.put(COUNT, Tensor.full(0));
        parameters.forEach(each -> state.put(mean(each), each.initial().zerosLike()));
        return state;
    }

    private static String mean(Variable parameter) {
        return "mean/" + parameter.name();
    }

    /**
     * Computes the term.
     *
     * @throws IllegalArgumentException if the player has no parameters
     */
    @Override
    public Tensor penalty(RegularizerContext context) {
        Tensor count = context.state(COUNT);
        context.update(COUNT, count.add(1));
        return context.parameters().stream()
                .map(each -> squaredDistance(context, each, count))
                .reduce(Tensor::add)
                .map(sum -> sum.mul(count.greater(0).cast(sum.dtype())).mul(weight * period))
                .orElseThrow(() -> new IllegalArgumentException("historical-averaging has no effect, since the "
                        + (player == Role.CRITIC ? "critic" : "generator") + " has no parameters: remove it"));
    }

    /** Returns the squared distance of a parameter from its mean, and adds the parameter to the mean. */
    private static Tensor squaredDistance(RegularizerContext context, Variable parameter, Tensor count) {
        Tensor mean = context.state(mean(parameter));
        Tensor away = context.value(parameter).sub(mean);
        context.update(mean(parameter), mean.add(away.div(count.add(1).cast(away.dtype()))));
        return away.square().sum();
    }
}
