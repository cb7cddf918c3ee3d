package org.gan4j.dsl;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Evaluable;
import org.gan4j.api.evaluation.Extractor;
import org.gan4j.api.inference.AveragedVariables;
import org.gan4j.api.inference.ConditionalSampler;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.inference.Scorer;
import org.gan4j.api.inference.StyleSampler;
import org.gan4j.api.inference.TagSampler;
import org.gan4j.api.inference.TextSampler;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.training.BestCheckpoint;
import org.gan4j.api.training.EarlyStopping;
import org.gan4j.dsl.experiment.ComponentText;
import org.gan4j.dsl.inference.ClassRows;
import org.gan4j.dsl.inference.EvaluationRequest;
import org.gan4j.dsl.inference.Evaluator;
import org.gan4j.dsl.inference.Extractions;
import org.gan4j.dsl.inference.ImageOrigin;
import org.gan4j.dsl.inference.Judges;
import org.gan4j.dsl.inference.LatentWalk;
import org.gan4j.dsl.inference.MeasuredNames;
import org.gan4j.dsl.inference.PaddedRunner;
import org.gan4j.dsl.inference.ReferenceData;
import org.gan4j.dsl.inference.SampleRequest;
import org.gan4j.dsl.inference.Sampler;
import org.gan4j.dsl.inference.Samples;
import org.gan4j.dsl.inference.StyleGrid;
import org.gan4j.dsl.inference.Truncated;
import org.gan4j.dsl.inference.WishedClasses;
import org.gan4j.dsl.run.RunData;
import org.gan4j.dsl.spec.GanSpec;
import org.gan4j.metrics.Evaluation;
import org.gan4j.metrics.Protocol;
import org.gan4j.provenance.Imprint;
import org.gan4j.provenance.Provenance;
import org.gan4j.provenance.watermark.Watermark;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.Session;
import org.gan4j.training.StoredCheckpoint;

/** The capabilities of one GAN and the requests that they answer. {@link Gan} holds its lock while it calls this class. */
final class InferenceSession implements AutoCloseable {
    private final GanSpec spec;
    private final DataSchema schema;
    private final RunData data;
    private final Plan plan;
    private final Session session;
    private final Optional<StoredCheckpoint> restored;
    private final PaddedRunner runner;
    private final Extractions extractions;
    private final ImageOrigin origin;
    private volatile Optional<Watermark> watermark = Optional.empty();
    private final Map<Class<?>, Object> capabilities = new HashMap<>();
    private final EditingSession editing;

    InferenceSession(
            GanSpec spec,
            DataSchema schema,
            RunData data,
            Engine engine,
            Session session,
            Plan plan,
            Optional<StoredCheckpoint> restored,
            ReentrantLock lock) {
        this.spec = spec;
        this.schema = schema;
        this.data = data;
        this.plan = plan;
        this.session = session;
        this.restored = restored;
        this.origin = new ImageOrigin(spec, plan, restored);
        this.extractions = new Extractions(engine, this::trainedOn);
        this.runner = new PaddedRunner(session, lock, AveragedVariables.of(plan.phaseSchedule()), this::restore);
        this.editing = new EditingSession(this, spec, schema, engine, plan, runner, extractions);
    }

    private void restore(Collection<Variable> used) {
        restored.ifPresent(checkpoint -> restore(checkpoint, used));
    }

    private void restore(StoredCheckpoint checkpoint, Collection<Variable> used) {
        Set<Variable> absent = checkpoint.absent(plan.networks());
        for (Variable variable : used) {
            if (absent.contains(variable)) {
                throw new IllegalArgumentException("this GAN is pretrained, and not all of its networks are included:"
                        + " there is no " + variable.name() + "; use its generator alone");
            }
        }
        checkpoint.restore(used, session);
    }

    Map<Variable, TensorData> values(Collection<Variable> variables) {
        restore(variables);
        Map<Variable, TensorData> values = new LinkedHashMap<>();
        variables.forEach(variable -> values.put(variable, session.get(variable)));
        return values;
    }

    <V> V as(Class<V> capability) {
        return capability.cast(capabilities.computeIfAbsent(capability, any -> plan.capability(capability, runner)));
    }

    /** Returns what finds and changes latents. */
    EditingSession editing() {
        return editing;
    }

    /** Sets the watermark of the image files that are written from now on. */
    void watermark(Optional<Watermark> chosen) {
        watermark = chosen;
    }

    /** Returns the marks of images that are made after a number of steps. */
    Imprint imprint(int steps) {
        return new Imprint(
                Optional.of(origin.after(steps).weights(spec.components().inferenceWeights())), watermark);
    }

    /** Returns samples with the units of the data, if they are vectors like these, and with their origin. */
    Samples sample(SampleRequest request, int steps) {
        return imprinted(inUnits(scaled(request)), request, steps);
    }

    /** Returns the samples of a walk. */
    Samples sample(LatentWalk walk, int steps) {
        SampleRequest keys = decided(walk.keys());
        Samples samples = new Sampler(samplerOfOneClass(keys)).walk(new LatentWalk(keys, walk.frames()), spec.seed());
        return imprinted(inUnits(samples), keys, steps);
    }

    /** Returns a grid of mixed styles. */
    Samples sample(StyleGrid grid, int steps) {
        if (!plan.has(StyleSampler.class)) {
            throw new IllegalArgumentException("this GAN has no styles to mix because its application is "
                    + spec.application().name()
                    + ": train one with the application style, such as the recipe stylegan");
        }
        SampleRequest columns = decided(grid.columns());
        Samples samples = new StyleGrid(columns, grid.rows()).by(as(StyleSampler.class), spec.seed());
        return imprinted(samples, columns, steps);
    }

    Samples imprinted(Samples samples, SampleRequest request, int steps) {
        Provenance provenance = origin.after(steps)
                .seed(request.seed().orElse(spec.seed()))
                .weights(decided(request).weights().orElseThrow());
        return samples.withImprint(new Imprint(Optional.of(provenance), watermark));
    }

    /** Returns the samples of several requests, which are generated together. */
    List<Samples> sample(List<SampleRequest> requests, int steps) {
        if (requests.isEmpty()) {
            return List.of();
        }
        List<SampleRequest> decided = requests.stream().map(this::decided).toList();
        List<Samples> samples = new Sampler(sampler(decided.get(0))).together(decided, spec.seed());
        return IntStream.range(0, samples.size())
                .mapToObj(i -> imprinted(inUnits(samples.get(i)), decided.get(i), steps))
                .toList();
    }

    private Samples inUnits(Samples samples) {
        boolean alike = schema.has(Field.IMAGE)
                && samples.data().shape().equals(schema.image().batch(samples.count()));
        return alike ? samples.withScales(schema.scales()) : samples;
    }

    private Samples scaled(SampleRequest request) {
        SampleRequest decided = decided(request);
        if (decided.shares().isEmpty()) {
            LatentSampler sampler = decided.across().isPresent() ? samplerOfRows(decided) : sampler(decided);
            return new Sampler(sampler).sample(decided, spec.seed());
        }
        WishedClasses wished = new WishedClasses(decided, spec.seed());
        if (plan.has(ConditionalSampler.class)) {
            return wished.by(as(ConditionalSampler.class));
        }
        List<Comparison> comparisons =
                plan.has(Evaluable.class) ? as(Evaluable.class).comparisons() : List.of();
        return wished.byClassifier(sampler(decided), schema.classes(), comparisons, extractions);
    }

    /** Returns the request with its weights: the moving average by default, if there is one. */
    SampleRequest decided(SampleRequest request) {
        boolean averaged = spec.components().movingAverage().isPresent();
        Weights weights = request.weights().orElse(averaged ? Weights.EMA : Weights.LATEST);
        if (weights == Weights.EMA && !averaged) {
            throw new IllegalArgumentException(
                    "this GAN keeps no moving average because its ema is 0: train one with ema 0.999, or use the"
                            + " latest weights");
        }
        return request.weights(weights);
    }

    LatentSampler sampler(SampleRequest request) {
        if (!request.texts().isEmpty()) {
            return ofTexts(request.texts());
        }
        if (!request.tags().isEmpty()) {
            return ofTags().of(request.tags());
        }
        if (request.label().isEmpty()) {
            if (plan.has(TextSampler.class) && !plan.has(LatentSampler.class)) {
                throw new IllegalArgumentException("this GAN generates samples of a text, and there is none: run gan"
                        + " generate RUN TEXT, or call texts(...) of the request");
            }
            if (!plan.has(LatentSampler.class)) {
                throw new IllegalArgumentException("the application "
                        + spec.application().name() + " makes nothing of latents alone, so there are no samples: use"
                        + " its own command, see gan --help, or as(...) with one of its capabilities, "
                        + plan.capabilities().keySet().stream()
                                .map(Class::getSimpleName)
                                .sorted()
                                .toList());
            }
            return as(LatentSampler.class);
        }
        if (!plan.has(ConditionalSampler.class)) {
            if (plan.has(TagSampler.class)) {
                throw new IllegalArgumentException("this GAN is asked for tags, not for a class: name some of "
                        + as(TagSampler.class).tags() + " as tags, in place of the label "
                        + request.label().get());
            }
            throw new IllegalArgumentException(
                    "this GAN cannot generate samples of one class because its application is "
                            + spec.application().name()
                            + ": train one with the application conditional, or leave out the label");
        }
        return as(ConditionalSampler.class).of(request.label().get());
    }

    private TagSampler ofTags() {
        if (!plan.has(TagSampler.class)) {
            throw new IllegalArgumentException("this GAN cannot be asked for tags because its application is "
                    + spec.application().name() + ": train one with the application tagged, or leave out the tags");
        }
        return as(TagSampler.class);
    }

    /** Returns a sampler whose samples are of one class, or have the same tags, in each row of interpolations. */
    private LatentSampler samplerOfRows(SampleRequest request) {
        boolean any = request.label().isEmpty()
                && request.tags().isEmpty()
                && request.texts().isEmpty();
        if (any && plan.has(ConditionalSampler.class)) {
            return new ClassRows(as(ConditionalSampler.class), request.across().orElseThrow());
        }
        return samplerOfOneClass(request);
    }

    /** Returns a sampler whose samples are all of one class, or have the same tags, so that latents alone make the difference. */
    LatentSampler samplerOfOneClass(SampleRequest request) {
        boolean tagged = request.label().isEmpty() && request.texts().isEmpty() && plan.has(TagSampler.class);
        if (tagged || !request.tags().isEmpty()) {
            return ofTags().ofOne(request.tags());
        }
        if (request.label().isEmpty() && plan.has(ConditionalSampler.class)) {
            throw new IllegalArgumentException(
                    "this GAN generates samples of a class, and only those of one class can be"
                            + " compared: name it as the label, one of "
                            + as(ConditionalSampler.class).labels());
        }
        return sampler(request);
    }

    private LatentSampler ofTexts(List<String> texts) {
        if (!plan.has(TextSampler.class)) {
            throw new IllegalArgumentException("this GAN cannot generate samples of a text because its application is "
                    + spec.application().name() + ": train one with the application text-to-image");
        }
        return as(TextSampler.class).of(texts);
    }

    float[] score(TensorData samples) {
        Scorer scorer = as(Scorer.class);
        Field image = schema.image();
        Shape shape = samples.shape();
        if (shape.rank() == 0 || !shape.equals(image.batch(shape.dim(0)))) {
            throw new IllegalArgumentException(
                    "the critic scores samples [N, ...] of shape " + image.shape() + " each, not " + shape);
        }
        return scorer.scores(samples).toFloats();
    }

    /** Compares samples with data: those of training, unless the request has others. */
    Evaluation evaluate(EvaluationRequest request, int steps) {
        requireEvaluable();
        if (request.samples().shares().isPresent()) {
            throw new IllegalArgumentException("an evaluation compares generated samples with the whole data: leave out"
                    + " the shares of classes");
        }
        EvaluationRequest decided = request.samples(decided(request.samples()));
        Optional<DataSource> other = request.data().filter(data -> !data.equals(spec.data()));
        if (other.isEmpty()) {
            return evaluation(decided, steps, trainedOn());
        }
        DataSource heldOut = other.get();
        try (Dataset opened = heldOut.open()) {
            return evaluation(
                    decided,
                    steps,
                    ReferenceData.heldOut(opened, ComponentText.of(heldOut), spec.transforms(), schema));
        }
    }

    ReferenceData trainedOn() {
        return ReferenceData.trainedOn(data.open(), ComponentText.of(spec.data()), spec.transforms());
    }

    /** Compares the data of training with themselves. */
    Evaluation evaluateData(int count) {
        EvaluationRequest request = EvaluationRequest.of(decided(SampleRequest.of(count)));
        requireEvaluable();
        ReferenceData reference = trainedOn();
        Evaluator.Subject subject = new Evaluator.Subject("other samples of the data", "", spec.seed());
        return new Evaluator(judges(request), reference, request, subject)
                .compareData(as(Evaluable.class).comparisons(reference.schema()));
    }

    private void requireEvaluable() {
        if (!plan.has(Evaluable.class)) {
            throw new IllegalArgumentException("this GAN cannot be evaluated because its application, "
                    + spec.application().name()
                    + ", generates nothing that the data could be compared with: choose another application or other"
                    + " settings of it");
        }
    }

    private Evaluation evaluation(EvaluationRequest request, int steps, ReferenceData reference) {
        SampleRequest samples = request.samples();
        String truncation = samples.truncation().isPresent()
                ? Protocol.TRUNCATION + samples.truncation().getAsDouble()
                : "";
        boolean averaged = samples.weights().orElseThrow() == Weights.EMA;
        Evaluator.Subject subject = new Evaluator.Subject(
                "samples after step " + steps + (averaged ? ", " + Protocol.MOVING_AVERAGE : "") + truncation,
                (averaged ? Protocol.MOVING_AVERAGE : Protocol.LATEST) + truncation,
                samples.seed().orElse(spec.seed()));
        Truncated<Evaluable> chosen = Truncated.of(as(Evaluable.class), samples, Evaluable::truncated);
        return new Evaluator(judges(request), reference, request.samples(chosen.request()), subject)
                .compare(chosen.by().comparisons(reference.schema()));
    }

    /** Returns the metrics and extractors that the request or else the specification lists, or all and the standard one. */
    private Judges judges(EvaluationRequest request) {
        return Judges.of(
                request,
                spec.values().get(GanSpec.EVALUATE_METRICS),
                spec.values().get(GanSpec.EVALUATE_EXTRACTORS),
                spec.application().teachers(),
                extractions);
    }

    /** Checks that the evaluations that the specification asks for are possible. */
    void requireEvaluations() {
        requireEvaluable();
        int count = spec.values().get(GanSpec.EVALUATE_COUNT);
        Judges judges = judges(EvaluationRequest.of(count));
        Evaluator.requireApplicable(judges, as(Evaluable.class).comparisons());
        Evaluator.requireEnough(judges, count);
        requireMeasured("keep-best", spec.values().get(GanSpec.KEEP_BEST).map(BestCheckpoint::metric));
        requireMeasured("early-stopping", spec.earlyStopping().map(EarlyStopping::metric));
        for (Extractor each : judges.extractors()) {
            each.problem(schema).ifPresent(problem -> {
                throw new IllegalArgumentException(problem);
            });
        }
    }

    private void requireMeasured(String option, Optional<String> number) {
        number.flatMap(name -> MeasuredNames.problem(option, name, spec.values().get(GanSpec.EVALUATE_METRICS)))
                .ifPresent(problem -> {
                    throw new IllegalArgumentException(problem);
                });
    }

    @Override
    public void close() {
        extractions.close();
        runner.close();
    }
}
