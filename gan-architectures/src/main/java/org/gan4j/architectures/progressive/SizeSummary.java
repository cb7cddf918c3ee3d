package org.gan4j.architectures.progressive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSummary;
import org.gan4j.tensor.Variable;

/** Summaries of networks with a row for each size, by the first part of the names of its variables. */
public final class SizeSummary {
    private SizeSummary() {}

    /** Returns the summary of a network. */
    public static NetworkSummary of(Network network) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Variable parameter : network.parameters()) {
            String path = parameter.name().substring(network.name().length() + 1);
            counts.merge(path.split("/", 2)[0], (long) parameter.shape().size(), Long::sum);
        }
        List<NetworkSummary.Part> parts = new ArrayList<>();
        counts.forEach((name, count) -> parts.add(new NetworkSummary.Part(name, "", "", count)));
        return NetworkSummary.of(network, parts);
    }
}
