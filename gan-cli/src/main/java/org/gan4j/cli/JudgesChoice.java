package org.gan4j.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.evaluation.Extractor;
import org.gan4j.api.evaluation.Metric;
import org.gan4j.api.plugin.Suggestions;
import org.gan4j.dsl.experiment.ComponentText;
import org.gan4j.dsl.inference.EvaluationRequest;
import org.gan4j.dsl.plugin.ComponentKind;
import org.gan4j.dsl.plugin.ComponentRegistry;
import org.gan4j.metrics.features.MobileNetFeatures;
import picocli.CommandLine.Option;

/** The options that choose how samples are judged: how many, by which metrics, and by whose features. */
final class JudgesChoice {
    /** Numbers of samples with a name, so that results of different people can be compared. */
    private enum Protocol {
        QUICK(2_000),
        STANDARD(10_000),
        FULL(50_000);

        private final int count;

        Protocol(int count) {
            this.count = count;
        }
    }

    @Option(
            names = "--protocol",
            paramLabel = "NAME",
            description = "quick compares 2,000 samples, standard 10,000, full 50,000. Defaults to quick.")
    private String protocol;

    @Option(
            names = "--count",
            paramLabel = "N",
            converter = Count.class,
            description = "The number of generated samples, and of samples of the data, in place of a protocol's.")
    private Integer count;

    @Option(
            names = "--metric",
            paramLabel = "NAME",
            description =
                    "Measure this metric, see gan list metrics, perhaps with settings: \"{name: psnr, color: Y}\";"
                            + " may be repeated. Defaults to the run's evaluate-metrics, or else all that apply but those that take long.")
    private List<String> metrics = new ArrayList<>();

    @Option(
            names = "--extractor",
            paramLabel = "NAME",
            description = "Compute features by this extractor, see gan list extractors, perhaps with settings; may be"
                    + " repeated. Defaults to mobilenet-v2.")
    private List<String> extractors = new ArrayList<>();

    @Option(
            names = "--all",
            description =
                    "Measure every metric that applies, those that take long as well, by every extractor that needs"
                            + " no file.")
    private boolean all;

    /**
     * Returns the number of samples.
     *
     * @throws IllegalArgumentException if both a protocol and a number are chosen, or there is no such protocol
     */
    int count() {
        if (protocol != null && count != null) {
            throw new IllegalArgumentException("--protocol and --count both set the number of samples: leave out one");
        }
        return count == null ? named(protocol == null ? "quick" : protocol).count : count;
    }

    private static Protocol named(String typed) {
        List<String> names = Stream.of(Protocol.values())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!names.contains(typed)) {
            throw new IllegalArgumentException("there is no protocol " + typed
                    + Suggestions.ending(typed, names, ": choose one of " + String.join(", ", names)));
        }
        return Protocol.values()[names.indexOf(typed)];
    }

    /**
     * Returns the request with the chosen metrics and extractors, beside references; {@link #requireKnown} has checked
     * them.
     *
     * @param data gives the schema of the data if it is needed
     * @throws IllegalArgumentException if there is no such metric or extractor
     */
    EvaluationRequest of(EvaluationRequest request, Supplier<DataSchema> data) {
        List<Metric> measured = metrics();
        EvaluationRequest judged =
                request.metrics(measured).extractors(judges(data)).withReferences();
        return all ? judged.withMetricsOnRequest() : judged;
    }

    private List<Extractor> judges(Supplier<DataSchema> of) {
        if (!all) {
            return chosen();
        }
        DataSchema data = of.get();
        return ComponentRegistry.onClassPath().all(ComponentKind.EXTRACTOR).stream()
                .filter(each -> !each.isOnRequest() && each.problem(data).isEmpty())
                .sorted(Comparator.comparing(each -> !each.equals(MobileNetFeatures.standard())))
                .toList();
    }

    /**
     * Checks the names and settings of metrics and extractors, before a run or data are read.
     *
     * @throws IllegalArgumentException if there is no such metric or extractor, or options exclude each other
     */
    void requireKnown() {
        if (all && !(metrics.isEmpty() && extractors.isEmpty())) {
            throw new IllegalArgumentException(
                    "--all stands for every metric and extractor: leave out --metric and --extractor");
        }
        metrics();
        chosen();
    }

    private List<Metric> metrics() {
        return metrics.stream()
                .map(each -> ComponentText.parse(ComponentKind.METRIC, each))
                .toList();
    }

    private List<Extractor> chosen() {
        return extractors.stream()
                .map(each -> ComponentText.parse(ComponentKind.EXTRACTOR, each))
                .toList();
    }
}
