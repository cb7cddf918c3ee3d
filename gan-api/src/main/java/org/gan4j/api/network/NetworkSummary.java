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
 * What a network consists of. Printing it gives a table:
 *
 * <pre>
 * generator             output        parameters
 * project  Linear       [N, 6272]        627,200
 * norm0    BatchNorm    [N, 128, 7, 7]       256
 *          relu         [N, 128, 7, 7]         0
 * ...
 * total                                  760,129
 * and kept, not trained                      384
 * </pre>
 *
 * @param network its name
 * @param parts in the order in which they are applied
 * @param parameters how many numbers are trained
 * @param state how many numbers passing data through updates, such as running means
 */
public record NetworkSummary(String network, List<Part> parts, long parameters, long state) {
    public NetworkSummary {
        parts = List.copyOf(parts);
    }

    /**
     * One row.
     *
     * @param name what its variables are called below the network's path; may be empty
     * @param kind such as {@code "Linear"}; may be empty
     * @param output such as {@code "[N, 64, 14, 14]"}; empty if it is not known
     * @param parameters how many numbers it trains
     */
    public record Part(String name, String kind, String output, long parameters) {}

    /** What can be said of any network: parts are what shares a path, and nothing is known of their outputs. */
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

    /** These parts of a network, with its totals. */
    public static NetworkSummary of(Network network, List<Part> parts) {
        long state = network.state().stream()
                .mapToLong(variable -> variable.shape().size())
                .sum();
        return new NetworkSummary(network.name(), parts, network.parameterCount(), state);
    }

    /** The shape of a batch, whose number of samples is left open. */
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
            table.append(String.format(Locale.ROOT, "and %,d numbers that are kept, not trained\n", state));
        }
        return table.toString().stripTrailing();
    }

    private static int widest(int least, Stream<String> texts) {
        return Math.max(least, texts.mapToInt(String::length).max().orElse(0));
    }
}
