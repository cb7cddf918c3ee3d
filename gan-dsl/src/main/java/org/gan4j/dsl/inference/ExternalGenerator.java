package org.gan4j.dsl.inference;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.Evaluable;
import org.gan4j.api.inference.GeneratorFile;
import org.gan4j.api.inference.GeneratorFormat;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.inference.Weights;
import org.gan4j.dsl.experiment.ComponentText;
import org.gan4j.dsl.plugin.Discovered;
import org.gan4j.dsl.plugin.Plugins;
import org.gan4j.metrics.Evaluation;
import org.gan4j.metrics.Protocol;
import org.gan4j.provenance.Imprint;
import org.gan4j.provenance.Provenance;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.Engines;

/**
 * A generator that is a file, of this library or of another program, so that it is sampled and judged as a GAN is. ONNX
 * files need the module gan-onnx.
 *
 * <pre>{@code
 * try (ExternalGenerator generator = ExternalGenerator.open(Path.of("generator.onnx"))) {
 *     System.out.println(generator.evaluate(EvaluationRequest.of(2000).data(FashionMnist.embedded())));
 * }
 * }</pre>
 */
public final class ExternalGenerator implements AutoCloseable {
    private static final String ONNX = ".onnx";

    private final GeneratorFile file;
    private final GeneratorNotes notes;
    private final LatentSampler sampler;
    private final DataSchema schema;

    private ExternalGenerator(GeneratorFile file, GeneratorNotes notes) {
        this.file = file;
        this.notes = notes;
        this.sampler = new FileSampler(file, notes);
        Field samples = new Field(Field.IMAGE, DType.FLOAT, file.sample());
        this.schema =
                new DataSchema(List.of(samples), List.of(), List.of(), areVectors(file) ? notes.scales() : List.of());
    }

    /**
     * Returns whether a path is meant as the file of a generator, and not as the folder of a run: it ends in {@code .onnx}
     * or in the extension of a {@link GeneratorFormat} that is installed, and is no folder.
     */
    public static boolean isFile(Path path) {
        return !Files.isDirectory(path)
                && (isNamed(path, ONNX) || formats().stream().anyMatch(each -> isNamed(path, each.extension())));
    }

    /**
     * Opens a file. What it says about itself, as {@code gan export} writes it, is followed; otherwise latents are standard
     * normal, images lie in [-1, 1], and vectors are in the units of the data.
     *
     * @throws IllegalArgumentException if there is no such file, no module that reads it, or no generator of latents alone
     *     in it
     */
    public static ExternalGenerator open(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new IllegalArgumentException(
                    "there is no file " + path + ": name the file of a generator, such as gan export writes");
        }
        GeneratorFormat format = formats().stream()
                .filter(each -> isNamed(path, each.extension()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(unread(path)));
        GeneratorFile file = format.open(path);
        try {
            return new ExternalGenerator(
                    file, new GeneratorNotes(path.getFileName().toString(), file.notes()));
        } catch (RuntimeException unusable) {
            file.close();
            throw unusable;
        }
    }

    private static boolean areVectors(GeneratorFile file) {
        return file.sample().rank() == 1;
    }

    private static List<GeneratorFormat> formats() {
        return Plugins.current().all(GeneratorFormat.class).stream()
                .map(Discovered::part)
                .toList();
    }

    private static boolean isNamed(Path path, String extension) {
        return path.toString().toLowerCase(Locale.ROOT).endsWith(extension);
    }

    private static String unread(Path path) {
        return isNamed(path, ONNX)
                ? "the generator " + path + " is read by the module gan-onnx, which is not on the class path: add the"
                        + " dependency org.gan4j:gan-onnx; the command ./gan adds it by itself for gan evaluate and"
                        + " gan sample of a file whose name ends in .onnx"
                : "nothing on the class path reads the generator " + path + ": export it as ONNX, NAME.onnx";
    }

    /** Returns the form of the samples, as that of data with one field. */
    public DataSchema schema() {
        return schema;
    }

    /** Returns the latents that samples are generated from, and the generator itself. The weights make no difference. */
    public LatentSampler sampler() {
        return sampler;
    }

    /**
     * Generates the samples of a request. The seed is that of the run that the file comes from, or 1, if the request sets
     * none. Equal seeds give the latents that a GAN of this library has.
     *
     * @throws IllegalArgumentException if the request sets weights, a class, texts or shares, which a file does not have; if
     *     the latents cannot be truncated; or if a sample is not finite
     */
    public Samples sample(SampleRequest request) {
        return imprinted(new Sampler(sampler).sample(decided(request), notes.seed()), request);
    }

    /**
     * Generates the samples of a closed walk through the latents, in its order.
     *
     * @throws IllegalArgumentException as {@link #sample(SampleRequest)} does
     */
    public Samples sample(LatentWalk walk) {
        LatentWalk decided = new LatentWalk(decided(walk.keys()), walk.frames());
        return imprinted(new Sampler(sampler).walk(decided, notes.seed()), walk.keys());
    }

    private Samples imprinted(Samples samples, SampleRequest request) {
        Provenance origin = Provenance.of(Provenance.Kind.GENERATED, notes.file())
                .seed(request.seed().orElse(notes.seed()));
        return samples.withScales(schema.scales()).withImprint(Imprint.of(origin));
    }

    /**
     * Compares samples with data, as {@link org.gan4j.dsl.Gan#evaluate(EvaluationRequest)} does. An extractor that learns
     * learns from these data.
     *
     * @param request the samples, the data and what judges; the data must be set, since a file has none
     * @throws IllegalArgumentException if the request has no data, or they have another form than the samples; if no metric
     *     applies; or as {@link #sample} does
     */
    public Evaluation evaluate(EvaluationRequest request) {
        DataSource source = request.data()
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "the file " + notes.file()
                                        + " has no data to compare its samples with: name data, by --data or data(...) of the request"));
        EvaluationRequest decided = request.samples(decided(request.samples()));
        Engine engine = Engines.preferred();
        try (Dataset opened = source.open()) {
            ReferenceData data = ReferenceData.given(opened, ComponentText.of(source), schema);
            try (Extractions extractions = new Extractions(engine, () -> data)) {
                Judges judges = Judges.of(decided, List.of(), List.of(), Set.of(), extractions);
                return new Evaluator(judges, data, decided, subject(decided.samples()))
                        .compare(Evaluable.samples(schema.image(), sampler).comparisons());
            }
        }
    }

    private Evaluator.Subject subject(SampleRequest samples) {
        String truncation = samples.truncation().isPresent()
                ? Protocol.TRUNCATION + samples.truncation().getAsDouble()
                : "";
        return new Evaluator.Subject(
                notes.samples() + truncation,
                notes.weights() + truncation,
                samples.seed().orElse(notes.seed()));
    }

    /** Returns a request with the only weights that there are. */
    private SampleRequest decided(SampleRequest request) {
        if (request.weights().isPresent()
                || request.label().isPresent()
                || !request.tags().isEmpty()
                || !request.texts().isEmpty()
                || request.shares().isPresent()) {
            throw new IllegalArgumentException("the file " + notes.file()
                    + " has one set of weights, and makes samples of latents alone: leave out the weights, the label,"
                    + " tags, texts and shares");
        }
        return request.weights(Weights.LATEST);
    }

    /** Frees the memory of the generator. */
    @Override
    public void close() {
        file.close();
    }

    /** Returns the file and the form of latents and samples. */
    @Override
    public String toString() {
        return notes.file() + ": " + sampler.latents().size() + " latents, "
                + ComponentText.of(sampler.latents().distribution()) + " → samples " + file.sample();
    }
}
