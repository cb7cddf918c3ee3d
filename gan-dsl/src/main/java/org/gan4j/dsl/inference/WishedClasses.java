package org.gan4j.dsl.inference;

import java.util.List;
import java.util.Map;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Extractor;
import org.gan4j.api.inference.ConditionalSampler;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.dsl.plugin.ComponentKind;
import org.gan4j.dsl.plugin.ComponentRegistry;

/**
 * Generates samples of wished shares of classes; used by {@link org.gan4j.dsl.Gan#sample(SampleRequest)}.
 *
 * @param request the samples, with their weights and shares
 * @param seed the seed of the latents if the request sets none
 */
public record WishedClasses(SampleRequest request, long seed) {
    private static final String CLASSIFIER = "classifier";

    /**
     * Asks a GAN of classes for samples of each.
     *
     * @throws IllegalArgumentException if there is no such class, or the samples do not fit into one array
     */
    public Samples by(ConditionalSampler sampler) {
        Map<String, Integer> counts = counts(sampler.labels());
        Samples samples = new Sampler(new ClassBlocks(sampler, counts)).sample(request, seed);
        return new Samples(samples.data(), samples.columns(), counts);
    }

    /**
     * Generates samples until a classifier, which is trained on the labeled data of the GAN, has found enough of each
     * class.
     *
     * @param sampler generates samples of any class
     * @param classes the names of the classes of the data
     * @param comparisons the comparisons of samples with the data
     * @param extractions the extractors that are open
     * @throws IllegalArgumentException if the data have no classes, there is no classifier or no such class, or too few
     *     samples of one
     */
    public Samples byClassifier(
            LatentSampler sampler, List<String> classes, List<Comparison> comparisons, Extractions extractions) {
        ComponentRegistry components = ComponentRegistry.onClassPath();
        if (classes.isEmpty() || comparisons.isEmpty() || !components.has(ComponentKind.EXTRACTOR, CLASSIFIER)) {
            throw new IllegalArgumentException("this GAN cannot be asked for classes, and "
                    + (classes.isEmpty() || comparisons.isEmpty()
                            ? "its data have none that a classifier could learn"
                            : "there is no extractor " + CLASSIFIER + " that could tell its samples apart")
                    + ": train one with the application conditional, on data with labels");
        }
        Map<String, Integer> counts = counts(classes);
        Extractor classifier = components.named(ComponentKind.EXTRACTOR, CLASSIFIER);
        return new ClassRejection(sampler, extractions.of(classifier, comparisons.get(0)), classes)
                .sample(request, seed, counts);
    }

    private Map<String, Integer> counts(List<String> labels) {
        return request.shares()
                .orElseThrow(() -> new IllegalArgumentException("there are no shares of classes: set them"))
                .counts(request.count(), labels);
    }
}
