package org.gan4j.dsl.inference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Comparison.Pairing;
import org.gan4j.api.evaluation.Extraction;
import org.gan4j.api.evaluation.Extraction.Extracted;
import org.gan4j.api.evaluation.Extractor;
import org.gan4j.api.evaluation.Metric;
import org.gan4j.api.evaluation.MetricInput;
import org.gan4j.metrics.DensityCoverage;
import org.gan4j.metrics.Evaluation;
import org.gan4j.metrics.Evaluation.Part;
import org.gan4j.metrics.Evaluation.Reference;
import org.gan4j.metrics.Protocol;
import org.gan4j.metrics.features.FeatureSource;
import org.gan4j.metrics.vectors.TooFewSamplesException;
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
    /** Whether metrics choose all of their samples on their own. */
    private final boolean alone;

    private final int count;
    private int fewest = Integer.MAX_VALUE;
    private int collected;
    private int toCollect;
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
        this.alone = judges.needed(comparison).isEmpty()
                && judges.metrics(Metric.Given.SAMPLES, comparison).stream()
                        .allMatch(metric -> metric.ownCount().isPresent());
        this.count = alone ? 1 : Math.min(request.samples().count(), data.size());
    }

    /** A way to get the rows of one side. */
    @FunctionalInterface
    private interface Source {
        EvaluatedRows.Rows rows(int from, int count);
    }

    /**
     * Numbers of one kind: of the same form, by the same features.
     *
     * @param own the number of samples that the metrics generate on their own; empty for those of the comparison
     */
    private record Kind(Metric.Given given, FeatureSource source, OptionalInt own) {
        private Kind(Metric.Given given, FeatureSource source) {
            this(given, source, OptionalInt.empty());
        }
    }

    /** Two sides that are compared, and the generator of the second, if there is one. */
    private record Sides(JudgedSide real, JudgedSide fake, Optional<MetricInput.Generator> generator) {
        private Sides(JudgedSide real, JudgedSide fake) {
            this(real, fake, Optional.empty());
        }
    }

    /** Compares generated samples with data. */
    Evaluation evaluated() {
        notes.addAll(judges.notes());
        if (!alone && count < request.samples().count()) {
            notes.add("the data have only %,d samples, so that %,d are compared with as many generated ones"
                    .formatted(data.size(), count));
        }
        if (!alone && count < FEW) {
            notes.add(count + (count == 1 ? " sample is" : " samples are")
                    + " too few for numbers that can be trusted: evaluate 2,000 or more");
        }
        prepare();
        int most = request.references() && !alone ? Math.min(count, MOST_OF_REFERENCE) : 0;
        int half = comparison.pairing() == Pairing.PAIRS ? 0 : Math.min(most, data.size() / 2);
        if (most > 0 && most < count || half > 0 && half < count) {
            notes.add(
                    "samples are compared with %,d of the data, the columns beside them with fewer, which changes most"
                                    .formatted(count)
                            + " numbers a little");
        }
        toCollect = Math.max(count, 2 * half) + count + most;
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
        toCollect = 2 * half;
        JudgedSide all = real(2 * half);
        Sides sides = new Sides(all.rows(0, half), all.rows(half, 2 * half));
        return evaluation(List.copyOf(parts(sides, data.named(half), true).values()));
    }

    private Evaluation evaluation(List<Part> parts) {
        if (parts.isEmpty() && fewest < Integer.MAX_VALUE) {
            throw new IllegalArgumentException("no metric can be measured with " + count
                    + (count == 1 ? " sample" : " samples") + ": evaluate at least " + fewest
                    + (data.size() < fewest ? " and data of as many" : ""));
        }
        if (parts.isEmpty()) {
            throw new IllegalArgumentException(notes.stream()
                    .filter(note -> note.contains(" is left out"))
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
            if (each.learns()) {
                request.progress().working("the extractor " + each.name() + " learns from the data");
            }
            try {
                open.put(each, time.of(each.name(), () -> judges.extractions().of(each, comparison)));
            } catch (IllegalArgumentException unusable) {
                if (judges.areExtractorsAsked()) {
                    throw unusable;
                }
                notes.add("the extractor " + each.name() + LEFT_OUT + unusable.getMessage());
            }
        }
        if (data.isOfTraining() || data.isOfUnknownUse()) {
            String advice = data.isOfTraining() ? ": --data with held-out data says more" : "";
            open.keySet().stream()
                    .filter(Extractor::classifies)
                    .filter(each -> data.isOfTraining() || each.learns())
                    .forEach(each -> notes.add("the extractor " + each.name()
                            + " has learned from most of the data that it judges here" + advice));
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
            collected += size;
            request.progress().extracted(by(), collected, toCollect);
        }
    }

    private String by() {
        return open.isEmpty()
                ? "samples"
                : open.keySet().stream().map(Extractor::name).collect(Collectors.joining(", "));
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
        Set<OptionalInt> counts = judges.metrics(Metric.Given.SAMPLES, comparison).stream()
                .map(Metric::ownCount)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (OptionalInt own : counts) {
            Kind kind = new Kind(Metric.Given.SAMPLES, FeatureSource.NONE, own);
            part(kind, sides, sides.real.samples(), sides.fake.samples(), realName, reported)
                    .ifPresent(part -> parts.put(kind, part));
        }
        if (reported) {
            noteRepeatedRows(sides);
        }
        return parts;
    }

    private void noteRepeatedRows(Sides sides) {
        judges.metrics(Metric.Given.FEATURES, comparison).stream()
                .filter(DensityCoverage.class::isInstance)
                .map(DensityCoverage.class::cast)
                .findFirst()
                .flatMap(metric -> open.keySet().stream()
                        .findFirst()
                        .flatMap(each ->
                                RepeatedRows.note(sides.real.extracted(each).features(), metric)))
                .ifPresent(notes::add);
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
            if (kind.given == Metric.Given.SAMPLES && !metric.ownCount().equals(kind.own)) {
                continue;
            }
            request.progress().working("measuring " + metric.name());
            try {
                values.putAll(time.of(metric.name(), () -> metric.measure(in)));
                settings.add(metric.toString());
            } catch (IllegalArgumentException impossible) {
                if (reported && judges.asked().contains(metric)) {
                    throw impossible;
                }
                if (reported) {
                    notes.add(leftOut(metric.name(), impossible.getMessage()));
                }
                if (impossible instanceof TooFewSamplesException few) {
                    fewest = Math.min(fewest, few.least());
                }
            }
        }
        boolean own = kind.own.isPresent();
        Protocol protocol = new Protocol(
                kind.source,
                own ? "" : realName,
                own ? "" : data.split(),
                own ? 0 : sizes[0],
                subject.samples(),
                subject.weights(),
                kind.own.orElse(sizes[1]),
                subject.seed());
        return values.isEmpty() ? Optional.empty() : Optional.of(new Part(values, Map.of(), settings, protocol));
    }

    /** Returns the note of a metric that is left out, without its name in the reason. */
    private static String leftOut(String metric, String reason) {
        return reason.startsWith(metric + " needs ")
                ? metric + " is left out, since it" + reason.substring(metric.length())
                : metric + LEFT_OUT + reason;
    }

    private static Optional<TensorData> first(Optional<TensorData> labels, int count) {
        return labels.map(each -> each.rows(0, count));
    }
}
