package org.gan4j.export.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;

/** The functions of a GAN: what its capabilities compute, and its networks. The latter are looked for when it matters. */
final class FunctionTable {
    private final Map<String, ExportedFunction> capabilities;
    private final Supplier<Map<String, ExportedFunction>> networks;

    private FunctionTable(
            Map<String, ExportedFunction> capabilities, Supplier<Map<String, ExportedFunction>> networks) {
        this.capabilities = capabilities;
        this.networks = networks;
    }

    static FunctionTable of(Plan plan, DataSchema schema) {
        return new FunctionTable(CapabilityFunctions.of(plan, schema), () -> NetworkFunctions.of(plan));
    }

    static FunctionTable of(ExportedFunction only) {
        return new FunctionTable(Map.of(only.name(), only), Map::of);
    }

    /** Returns all names. If a capability and a network have the same name, it means the capability. */
    List<String> names() {
        List<String> names = new ArrayList<>(capabilities.keySet());
        networks.get().keySet().stream()
                .filter(name -> !capabilities.containsKey(name))
                .sorted()
                .forEach(names::add);
        return List.copyOf(names);
    }

    /**
     * Returns what is usually exported.
     *
     * @throws IllegalArgumentException if there is no function
     */
    ExportedFunction first() {
        if (!capabilities.isEmpty()) {
            return capabilities.values().iterator().next();
        }
        if (names().isEmpty()) {
            throw new IllegalArgumentException(
                    "this GAN has no network that could be exported: export a function of your"
                            + " own, by OnnxExport.of(function, values)");
        }
        return named(names().get(0));
    }

    /**
     * Returns the function of this name.
     *
     * @throws IllegalArgumentException if there is none; the message lists those that there are
     */
    ExportedFunction named(String name) {
        ExportedFunction found = capabilities.get(name);
        if (found == null) {
            found = networks.get().get(name);
        }
        if (found == null) {
            throw new IllegalArgumentException(
                    "there is no function " + name + " to export: choose one of " + String.join(", ", names()));
        }
        return found;
    }
}
