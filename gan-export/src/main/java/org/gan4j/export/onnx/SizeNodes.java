package org.gan4j.export.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gan4j.export.onnx.OpenSizes.Formula;
import org.gan4j.export.onnx.OpenSizes.Term;

/** Computes sizes within the model, from the shapes of its inputs. */
final class SizeNodes {
    private final OpenSizes sizes;
    private final GraphBuilder graph;
    private final List<ModelInput> inputs;
    private final Map<Object, String> known = new HashMap<>();
    private final Set<String> asked = new HashSet<>();

    /**
     * Creates the nodes of a graph.
     *
     * @param inputs the inputs to take sizes from, in the order of preference
     */
    SizeNodes(OpenSizes sizes, GraphBuilder graph, List<ModelInput> inputs) {
        this.sizes = sizes;
        this.graph = graph;
        this.inputs = inputs;
    }

    /** Returns the names of the inputs that sizes were taken from until now. */
    Set<String> asked() {
        return asked;
    }

    /**
     * Returns the name of a vector of sizes, 64-bit integers.
     *
     * @throws IllegalArgumentException if one does not follow from those of the inputs
     */
    String vector(List<Extent> extents) {
        if (Extent.areFixed(extents)) {
            return graph.integers(extents.stream().map(Extent::first).toList());
        }
        String name = known.get(extents);
        if (name == null) {
            List<String> parts = new ArrayList<>();
            for (Extent extent : extents) {
                parts.add(one(extent));
            }
            name = parts.size() == 1 ? parts.get(0) : graph.node("Concat", parts, Attributes.of("axis", 0));
            known.put(extents, name);
        }
        return name;
    }

    private String one(Extent extent) {
        if (extent.isFixed()) {
            return graph.integers(extent.first());
        }
        String name = known.get(extent);
        if (name == null) {
            name = computed(sizes.formula(extent));
            known.put(extent, name);
        }
        return name;
    }

    private String computed(Formula formula) {
        String product = null;
        for (Term term : formula.terms()) {
            String value = term.factor() == 1
                    ? size(term.size())
                    : graph.node("Mul", List.of(size(term.size()), graph.integers(term.factor())));
            if (term.added() != 0) {
                value = graph.node("Add", List.of(value, graph.integers(term.added())));
            }
            product = product == null ? value : graph.node("Mul", List.of(product, value));
        }
        if (formula.factor() != 1) {
            product = graph.node("Mul", List.of(product, graph.integers(formula.factor())));
        }
        return formula.divisor() == 1
                ? product
                : graph.node("Div", List.of(product, graph.integers(formula.divisor())));
    }

    private String size(String name) {
        return known.computeIfAbsent(name, any -> {
            for (ModelInput input : inputs) {
                for (Map.Entry<Integer, String> axis : input.open().entrySet()) {
                    if (axis.getValue().equals(name)) {
                        asked.add(input.name());
                        String shape = graph.node("Shape", List.of(input.name()));
                        return graph.node(
                                "Gather", List.of(shape, graph.integers(axis.getKey())), Attributes.of("axis", 0));
                    }
                }
            }
            throw new IllegalArgumentException("no input has the size " + name);
        });
    }
}
