package org.gan4j.api.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Variable;

/**
 * A summary of a network's parts. It prints as a table:
 *
 * <pre>
 * generator             output        parameters
 * project  Linear       [N, 6272]        627,200
 * norm0    BatchNorm    [N, 128, 7, 7]       256
 *          relu         [N, 128, 7, 7]         0
 * ...
 * total                                  760,129
 * plus 384 non-trainable state values
 * </pre>
 *
 * @param network the network's name
 * @param parts the parts in the order in which they are applied
 * @param parameters the number of trainable values
 * @param state the number of values that forward passes update, such as running means
 */
public record NetworkSummary(String network, List<Part> parts, long parameters, long state) {
    public NetworkSummary {
        parts = List.copyOf(parts);
    }

    /**
     * A part of a network: one row of the table.
     *
     * @param name the path of its variables below the network's path; may be empty
     * @param kind the kind of layer, such as {@code "Linear"}; may be empty
     * @param output the shape of its output, such as {@code "[N, 64, 14, 14]"}; empty if unknown
     * @param parameters the number of its trainable values
     */
    public record Part(String name, String kind, String output, long parameters) {}

    /** Returns a summary of any network. Parameters with the same path form a part; the parts' outputs are unknown. */
    public static NetworkSummary byPath(Network network) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Variable parameter : network.parameters()) {
            String path = withoutLast(parameter.name());
            counts.merge(below(network.name(), path), (long) parameter.shape().size(), Long::sum);
        }
        List<Part> parts = new ArrayList<>();
        counts.forEach((path, count) -> parts.add(new Part(path, "", "", count)));
        return of(network, parts);
    }

    /** Returns a summary of these parts with the network's totals. */
    public static NetworkSummary of(Network network, List<Part> parts) {
        long state = network.state().stream()
                .mapToLong(variable -> variable.shape().size())
                .sum();
        return new NetworkSummary(network.name(), parts, network.parameterCount(), state);
    }

    /** Formats the shape of a batch of any size, such as {@code "[N, 64, 14, 14]"}. */
    public static String batchOf(Shape sample) {
        return IntStream.range(0, sample.rank())
                .mapToObj(axis -> ", " + sample.dim(axis))
                .collect(Collectors.joining("", "[N", "]"));
    }

    private static String withoutLast(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private static String below(String network, String path) {
        return path.startsWith(network + "/") ? path.substring(network.length() + 1) : path;
    }

    @Override
    public String toString() {
        int names = widest(
                Math.max(network.length(), "total".length()), parts.stream().map(Part::name));
        int kinds = widest(0, parts.stream().map(Part::kind));
        int outputs = widest("output".length(), parts.stream().map(Part::output));
        String total = String.format(Locale.ROOT, "%,d", parameters);
        int numbers = Math.max("parameters".length(), total.length());
        String row = "%-" + names + "s  " + (kinds == 0 ? "%s" : "%-" + kinds + "s  ") + "%-" + outputs + "s  %"
                + numbers + "s\n";

        StringBuilder table = new StringBuilder(String.format(Locale.ROOT, row, network, "", "output", "parameters"));
        for (Part part : parts) {
            String count = String.format(Locale.ROOT, "%,d", part.parameters);
            table.append(String.format(Locale.ROOT, row, part.name, part.kind, part.output, count));
        }
        table.append(String.format(Locale.ROOT, row, "total", "", "", total));
        if (state > 0) {
            table.append(String.format(Locale.ROOT, "plus %,d non-trainable state values\n", state));
        }
        return table.toString().stripTrailing();
    }

    private static int widest(int least, Stream<String> texts) {
        return Math.max(least, texts.mapToInt(String::length).max().orElse(0));
    }
}
