package org.gan4j.dsl.inference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Comparison.Pairing;
import org.gan4j.api.evaluation.Extraction;
import org.gan4j.api.evaluation.Extraction.Extracted;
import org.gan4j.api.evaluation.Extractor;
import org.gan4j.api.evaluation.Metric;
import org.gan4j.api.evaluation.MetricInput;
import org.gan4j.metrics.Evaluation;
import org.gan4j.metrics.Evaluation.Part;
import org.gan4j.metrics.Evaluation.Reference;
import org.gan4j.metrics.Protocol;
import org.gan4j.metrics.features.FeatureSource;
import org.gan4j.tensor.TensorData;

/** One comparison, evaluated: samples are generated and judged part by part, so that the data are read once. */
final class ComparisonRun {
    /** Fewer samples give numbers that say little. */
    private static final int FEW = 500;
    /** More samples of a reference tell no more. */
    private static final int MOST_OF_REFERENCE = 5000;

    private static final String LEFT_OUT = " is left out: ";

    private final Judges judges;
    private final ReferenceData data;
    private final EvaluationRequest request;
    private final Evaluator.Subject subject;
    private final Comparison comparison;
    private final EvaluatedRows rows;
    private final int count;
    private final List<String> notes = new ArrayList<>();
    private final Stopwatch time = new Stopwatch();
    private final Map<Extractor, Extraction> open = new LinkedHashMap<>();

    ComparisonRun(
            Judges judges,
            ReferenceData data,
            EvaluationRequest request,
            Evaluator.Subject subject,
            Comparison comparison) {
        this.judges = judges;
        this.data = data;
        this.request = request;
        this.subject = subject;
        this.comparison = comparison;
        this.rows = new EvaluatedRows(data, comparison, request.samples(), subject.seed());
        this.count = Math.min(request.samples().count(), data.size());
    }

    /** A way to get the rows of one side. */
    @FunctionalInterface
    private interface Source {
        EvaluatedRows.Rows rows(int from, int count);
    }

    /** Numbers of one kind: of the same form, by the same features. */
    private record Kind(Metric.Given given, FeatureSource source) {}

    /** Two sides that are compared, and the generator of the second, if there is one. */
    private record Sides(JudgedSide real, JudgedSide fake, Optional<MetricInput.Generator> generator) {
        private Sides(JudgedSide real, JudgedSide fake) {
            this(real, fake, Optional.empty());
        }
    }

    /** Compares generated samples with data. */
    Evaluation evaluated() {
        notes.addAll(judges.notes());
        if (count < request.samples().count()) {
            notes.add("the data have only %,d samples, so that %,d are compared with as many generated ones"
                    .formatted(data.size(), count));
        }
        if (count < FEW) {
            notes.add(count + " samples are too few for numbers that can be trusted: evaluate 2,000 or more");
        }
        prepare();
        int most = request.references() ? Math.min(count, MOST_OF_REFERENCE) : 0;
        int half = comparison.pairing() == Pairing.PAIRS ? 0 : Math.min(most, data.size() / 2);
        if (most > 0 && most < count || half > 0 && half < count) {
            notes.add(
                    "samples are compared with %,d of the data, the columns beside them with fewer, which changes most"
                                    .formatted(count)
                            + " numbers a little");
        }
        JudgedSide all = real(Math.max(count, 2 * half));
        JudgedSide real = all.rows(0, count);
        JudgedSide fake = collected(rows::generated, count, "generation");
        Map<Kind, Part> parts = parts(new Sides(real, fake, Optional.of(rows)), data.named(count), true);
        Map<String, Map<Kind, Reference>> references = new LinkedHashMap<>();
        if (half > 0) {
            Sides others = new Sides(all.rows(0, half), all.rows(half, 2 * half));
            references.put("data", references("other rows of the data, as if they were generated", others));
        }
        if (most > 0) {
            references.put(
                    "baseline",
                    references(Baseline.described(comparison.pairing()), new Sides(all.rows(0, most), baseline(most))));
        }
        List<Part> beside = new ArrayList<>();
        parts.forEach((kind, part) -> beside.add(beside(kind, part, references)));
        return evaluation(beside);
    }

    private JudgedSide baseline(int size) {
        Baseline baseline = rows.baseline(count);
        Source source = (from, n) -> new EvaluatedRows.Rows(
                baseline.samples(subject.seed(), from, n, comparison.with().shape()),
                rows.real(from, n).labels());
        return collected(source, size, "generation");
    }

    /** Compares data with other rows of them. */
    Evaluation ofData() {
        if (comparison.pairing() == Pairing.PAIRS) {
            throw new IllegalArgumentException("the outputs of this GAN resemble the data row by row: data have no"
                    + " other rows to compare them with");
        }
        prepare();
        int half = Math.max(1, Math.min(count, data.size() / 2));
        JudgedSide all = real(2 * half);
        Sides sides = new Sides(all.rows(0, half), all.rows(half, 2 * half));
        return evaluation(List.copyOf(parts(sides, data.named(half), true).values()));
    }

    private Evaluation evaluation(List<Part> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException(notes.stream()
                    .filter(note -> note.contains(LEFT_OUT))
                    .findFirst()
                    .orElse("no metric finds anything" + " to measure in " + Evaluator.described(comparison)
                            + ": add a metric with a plug-in"));
        }
        return new Evaluation(parts, notes, time.seconds());
    }

    private static Part beside(Kind kind, Part part, Map<String, Map<Kind, Reference>> references) {
        Map<String, Reference> beside = new LinkedHashMap<>();
        references.forEach((name, each) ->
                Optional.ofNullable(each.get(kind)).ifPresent(reference -> beside.put(name, reference)));
        return new Part(part.values(), beside, part.metrics(), part.protocol());
    }

    /** Measures other sides for comparison; a metric that fails is left out. */
    private Map<Kind, Reference> references(String what, Sides sides) {
        Map<Kind, Reference> references = new LinkedHashMap<>();
        parts(sides, "", false)
                .forEach((kind, part) ->
                        references.put(kind, new Reference(what, part.protocol().fakeCount(), part.values())));
        return references;
    }

    /** Opens the extractors that are needed. */
    private void prepare() {
        List<Extractor> needed = judges.needed(comparison);
        if (needed.isEmpty() && judges.metrics(Metric.Given.SAMPLES, comparison).isEmpty()) {
            throw new IllegalArgumentException(judges.notes().stream()
                    .findFirst()
                    .orElse("no metric applies to " + Evaluator.described(comparison)
                            + ": the known metrics are for images, 1×H×W or 3×H×W, and for vectors; add one with a"
                            + " plug-in"));
        }
        for (Extractor each : needed) {
            try {
                open.put(each, time.of(each.name(), () -> judges.extractions().of(each, comparison)));
            } catch (IllegalArgumentException unusable) {
                if (judges.areExtractorsAsked()) {
                    throw unusable;
                }
                notes.add("the extractor " + each.name() + LEFT_OUT + unusable.getMessage());
            }
        }
        if (data.isOfTraining()) {
            open.keySet().stream()
                    .filter(Extractor::classifies)
                    .forEach(
                            each -> notes.add(
                                    "the extractor " + each.name()
                                            + " has learned from most of the data that it judges here: --data with held-out data says more"));
        }
    }

    /** Returns the first rows of the data; their features are kept if the GAN was trained on them. */
    private JudgedSide real(int size) {
        JudgedSide side = new JudgedSide();
        Map<Extractor, Extraction> unknown = new LinkedHashMap<>(open);
        for (Extractor each : open.keySet()) {
            kept(each, size).flatMap(judges.extractions()::kept).ifPresent(known -> {
                side.add(each, known);
                unknown.remove(each);
            });
        }
        collect(side, this.rows::real, size, "data", unknown);
        unknown.keySet().forEach(each -> kept(each, size)
                .ifPresent(key -> judges.extractions().keep(key, side.extracted(each))));
        return side;
    }

    private Optional<Extractions.Kept> kept(Extractor extractor, int size) {
        return data.isOfTraining()
                ? Optional.of(new Extractions.Kept(extractor, comparison.with(), subject.seed(), size))
                : Optional.empty();
    }

    private JudgedSide collected(Source source, int size, String work) {
        JudgedSide side = new JudgedSide();
        collect(side, source, size, work, open);
        return side;
    }

    private void collect(JudgedSide side, Source source, int all, String work, Map<Extractor, Extraction> by) {
        boolean samples = !judges.metrics(Metric.Given.SAMPLES, comparison).isEmpty();
        for (int from = 0; from < all; from += EvaluatedRows.PART) {
            int first = from;
            int size = Math.min(EvaluatedRows.PART, all - from);
            EvaluatedRows.Rows part = time.of(work, () -> source.rows(first, size));
            by.forEach((each, extraction) -> side.add(each, time.of(each.name(), () -> extraction.of(part.samples()))));
            part.labels().ifPresent(side::addLabels);
            if (samples) {
                side.addSamples(part.samples());
            }
        }
    }

    /** Measures two sides, one part for each kind of numbers. */
    private Map<Kind, Part> parts(Sides sides, String realName, boolean reported) {
        Map<Kind, Part> parts = new LinkedHashMap<>();
        boolean classified = false;
        for (Extractor each : open.keySet()) {
            FeatureSource source = FeatureSource.of(open.get(each));
            Extracted real = sides.real.extracted(each);
            Extracted fake = sides.fake.extracted(each);
            Kind ofFeatures = new Kind(Metric.Given.FEATURES, source);
            part(ofFeatures, sides, real.features(), fake.features(), realName, reported)
                    .map(part -> part.renamed(name -> named(each, name)))
                    .ifPresent(part -> parts.put(ofFeatures, part));
            if (real.probabilities().isPresent() && !classified) {
                classified = true;
                Kind kind = new Kind(Metric.Given.PROBABILITIES, source);
                part(
                                kind,
                                sides,
                                real.probabilities().get(),
                                fake.probabilities().orElseThrow(),
                                realName,
                                reported)
                        .ifPresent(part -> parts.put(kind, part));
            }
        }
        if (!judges.metrics(Metric.Given.SAMPLES, comparison).isEmpty()) {
            Kind kind = new Kind(Metric.Given.SAMPLES, FeatureSource.NONE);
            part(kind, sides, sides.real.samples(), sides.fake.samples(), realName, reported)
                    .ifPresent(part -> parts.put(kind, part));
        }
        return parts;
    }

    /** Returns the name of a number by an extractor: the literature's, or else its own, unless it is the first one's. */
    private String named(Extractor extractor, String name) {
        String own = extractor.named(name);
        boolean plain =
                !own.equals(name) || extractor.equals(judges.extractors().get(0));
        return plain ? own : extractor.name() + "." + name;
    }

    private Optional<Part> part(
            Kind kind, Sides sides, TensorData real, TensorData fake, String realName, boolean reported) {
        int[] sizes = {real.shape().dim(0), fake.shape().dim(0)};
        if (Math.min(sizes[0], sizes[1]) == 0) { // a reference whose samples were too many to be kept
            return Optional.empty();
        }
        MetricInput sets = MetricInput.of(real, fake)
                .seed(subject.seed())
                .labeled(
                        data.learnedClasses(),
                        first(sides.real.labels(), sizes[0]),
                        first(sides.fake.labels(), sizes[1]));
        MetricInput in = sides.generator.map(sets::generator).orElse(sets);
        Map<String, Double> values = new LinkedHashMap<>();
        List<String> settings = new ArrayList<>();
        for (Metric metric : judges.metrics(kind.given, comparison)) {
            try {
                values.putAll(time.of(metric.name(), () -> metric.measure(in)));
                settings.add(metric.toString());
            } catch (IllegalArgumentException impossible) {
                if (reported && judges.asked().contains(metric)) {
                    throw impossible;
                }
                if (reported) {
                    notes.add(metric.name() + LEFT_OUT + impossible.getMessage());
                }
            }
        }
        Protocol protocol = new Protocol(
                kind.source,
                realName,
                data.split(),
                sizes[0],
                subject.samples(),
                subject.weights(),
                sizes[1],
                subject.seed());
        return values.isEmpty() ? Optional.empty() : Optional.of(new Part(values, Map.of(), settings, protocol));
    }

    private static Optional<TensorData> first(Optional<TensorData> labels, int count) {
        return labels.map(each -> each.rows(0, count));
    }
}
