package org.gan4j.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gan4j.api.game.Evaluation;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Stage;

/**
 * The mean of the evaluations of an objective on the parts of a batch. Each part is a stage of its own that adds to the
 * sums, so that the memory of one part is free before the next begins.
 *
 * @param mean the mean of losses, terms, gradients and reported state
 * @param squaredNorm the mean of the squared norms of the parts' gradients, a scalar
 * @param sums the sums after each part
 */
record Accumulation(Evaluation mean, Tensor squaredNorm, List<List<Tensor>> sums) {
    /** Returns the mean of the parts, at least one, which have the same terms and report the same state. */
    static Accumulation of(List<Evaluation> parts) {
        List<List<Tensor>> sums = new ArrayList<>();
        for (Evaluation part : parts) {
            List<Tensor> values = values(part);
            sums.add(sums.isEmpty() ? values : sum(sums.get(sums.size() - 1), values));
        }
        Evaluation first = parts.get(0);
        List<Tensor> means = sums.get(sums.size() - 1).stream()
                .map(sum -> sum.div(parts.size()))
                .toList();
        List<Term> terms = new ArrayList<>();
        for (Term term : first.terms()) {
            terms.add(new Term(term.name(), means.get(2 + terms.size()), term.period()));
        }
        int state = 2 + terms.size() + first.gradients().size();
        Map<Variable, Tensor> next = new LinkedHashMap<>();
        for (Variable variable : first.state().keySet()) {
            next.put(variable, means.get(state + next.size()).stopGradient());
        }
        List<Tensor> gradients = means.subList(2 + terms.size(), state);
        return new Accumulation(
                new Evaluation(first.player(), terms, means.get(1), gradients, next, first.step()), means.get(0), sums);
    }

    /** Returns the squared norm of the gradient, the loss, the terms, the gradients and the state. */
    private static List<Tensor> values(Evaluation part) {
        List<Tensor> values = new ArrayList<>();
        values.add(StepGraph.squaredNorm(part.gradients()));
        values.add(part.loss());
        part.terms().forEach(term -> values.add(term.value()));
        values.addAll(part.gradients());
        values.addAll(part.state().values());
        return values;
    }

    private static List<Tensor> sum(List<Tensor> before, List<Tensor> values) {
        return IntStream.range(0, values.size())
                .mapToObj(i -> before.get(i).add(values.get(i)))
                .toList();
    }

    /** Returns one stage per part, which computes the sums up to that part. */
    List<Stage> stages(String name) {
        return IntStream.range(0, sums.size())
                .mapToObj(part -> Stage.named(name + "/part" + part).ahead(sums.get(part)))
                .toList();
    }
}
