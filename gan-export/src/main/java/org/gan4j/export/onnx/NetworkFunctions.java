package org.gan4j.export.onnx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.Player;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.op.InputLeaf;

/**
 * The networks of a GAN as functions of their inputs. A network does not say what its inputs are; the objectives of the
 * players apply it to some, so they are traced once to see which.
 */
final class NetworkFunctions {
    /** A multiple of the usual sizes of packs. */
    private static final int BATCH = 24;

    private static final int LARGEST_PACK = 8;
    private static final String INPUT = "input";

    private final Map<String, ExportedFunction> functions = new LinkedHashMap<>();

    private NetworkFunctions() {}

    /**
     * Returns the networks that the objectives of a plan apply, by their names. Of networks that grow, they are those of the
     * last phase.
     */
    static Map<String, ExportedFunction> of(Plan plan) {
        NetworkFunctions found = new NetworkFunctions();
        List<Phase> phases = new ArrayList<>(plan.phaseSchedule().phases());
        Collections.reverse(phases);
        for (Phase phase : phases) {
            for (Player player : phase.game().players()) {
                player.objective().terms(found.new Traced(phase.game().fields(), Parameters.variables()));
            }
        }
        return found.functions;
    }

    private void add(Network network, Inputs inputs) {
        boolean trained = !network.parameters().isEmpty(); // a buffer of earlier samples is not
        if (!trained || functions.containsKey(network.name())) {
            return;
        }
        List<Field> fields = new ArrayList<>();
        String main = inputs.value().op() instanceof InputLeaf leaf
                        && !inputs.conditions().containsKey(leaf.name())
                ? leaf.name()
                : INPUT;
        fields.add(field(main, inputs.value()));
        inputs.conditions().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(condition -> fields.add(field(condition.getKey(), condition.getValue())));
        functions.put(network.name(), ofRows(network, main, fields));
    }

    /** Returns the function of as few rows as the network allows: packs of several samples are scored together. */
    private static ExportedFunction ofRows(Network network, String main, List<Field> fields) {
        for (int pack = 1; pack <= LARGEST_PACK; pack++) {
            ExportedFunction function = function(network, main, fields, pack);
            try {
                function.traced(
                        Parameters.variables(), OpenSizes.of(function.inputs()).usual());
                return function;
            } catch (IllegalArgumentException misfit) {
                // more rows
            }
        }
        return function(network, main, fields, 1);
    }

    private static ExportedFunction function(Network network, String main, List<Field> fields, int pack) {
        List<ModelInput> inputs =
                fields.stream().map(field -> ModelInput.packs(field, pack)).toList();
        return new ExportedFunction(
                network.name(),
                inputs,
                "output",
                (parameters, in) -> {
                    Inputs applied = Inputs.of(in.get(main));
                    for (Field condition : fields.subList(1, fields.size())) {
                        applied = applied.with(condition.name(), in.get(condition.name()));
                    }
                    return network.apply(parameters, ForwardPass.inference(), applied)
                            .value();
                },
                false);
    }

    private static Field field(String name, Tensor batch) {
        return new Field(name, batch.dtype(), batch.shape().without(0));
    }

    /** An update that is not made. */
    private final class Traced implements UpdateContext {
        private final List<Field> fields;
        private final Parameters parameters;

        /**
         * @param fields the fields of the batches of a phase
         */
        private Traced(List<Field> fields, Parameters parameters) {
            this.fields = fields;
            this.parameters = parameters;
        }

        @Override
        public int batchSize() {
            return BATCH;
        }

        @Override
        public Tensor data(String field) {
            Field of = fields.stream()
                    .filter(each -> each.name().equals(field))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("the game has no field " + field));
            return Tensor.input(field, of.dtype(), of.batch(BATCH).dims());
        }

        @Override
        public RandomKey random(String name) {
            return RandomKey.of(0).child(name).at(step());
        }

        @Override
        public Tensor step() {
            return Tensor.input("step", DType.INT);
        }

        @Override
        public Parameters parameters() {
            return parameters;
        }

        @Override
        public ForwardPass pass() {
            return ForwardPass.training(RandomKey.of(0));
        }

        @Override
        public void update(Variable state, Tensor next) {
            // nothing is updated
        }

        @Override
        public UpdateContext with(Parameters other, BiConsumer<Variable, Tensor> updates) {
            return new Traced(fields, other);
        }

        @Override
        public Outputs apply(Network network, Inputs inputs) {
            add(network, inputs);
            return network.apply(parameters, pass(), inputs);
        }
    }
}
