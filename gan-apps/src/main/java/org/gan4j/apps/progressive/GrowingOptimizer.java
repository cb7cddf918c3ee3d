package org.gan4j.apps.progressive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.api.optim.Clipped;
import org.gan4j.api.optim.Optimizer;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * An optimizer with separate state for the parameters of each size. Adam corrects its moments, which begin at 0, by the
 * number of its updates; layers that join later need a count of their own, or their first steps would be up to
 * 1/√(1 − β₂) times too long.
 *
 * @param of the optimizer of each size's parameters
 * @param size the name of the size at which a parameter joined
 */
record GrowingOptimizer(Optimizer of, Function<Variable, String> size) implements Optimizer {
    @Override
    public String name() {
        return of.name();
    }

    @Override
    public String summary() {
        return of.summary();
    }

    @Override
    public Rule bind(List<Variable> parameters, VariableScope scope) {
        if (of instanceof Clipped clipped) { // by the norm of all gradients, not of each size
            return new Clipped(new GrowingOptimizer(clipped.of(), size), clipped.norm()).bind(parameters, scope);
        }
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            groups.computeIfAbsent(size.apply(parameters.get(i)), any -> new ArrayList<>())
                    .add(i);
        }
        List<Group> all = new ArrayList<>();
        groups.forEach((name, members) -> all.add(
                new Group(members, of.bind(members.stream().map(parameters::get).toList(), scope.child(name)))));
        return new GroupedRule(all);
    }

    /** The numbers of some parameters, and their rule. */
    private record Group(List<Integer> members, Rule rule) {}

    private record GroupedRule(List<Group> groups) implements Rule {
        @Override
        public List<Variable> variables() {
            return groups.stream()
                    .flatMap(group -> group.rule.variables().stream())
                    .toList();
        }

        @Override
        public Map<Variable, Tensor> step(Parameters at, List<Tensor> gradients, Tensor rate) {
            Map<Variable, Tensor> next = new LinkedHashMap<>();
            for (Group group : groups) {
                List<Tensor> own = group.members.stream().map(gradients::get).toList();
                next.putAll(group.rule.step(at, own, rate));
            }
            return next;
        }
    }
}
