package org.gan4j.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.gan4j.api.inference.ConditionalSampler;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.inference.SampleRequest;
import org.gan4j.dsl.inference.Samples;

/**
 * {@code GET /samples}. A request with a seed is computed alone, because a sample's last bits depend on those that are computed
 * with it. Requests without one are computed together, unless the generator treats the rows of a batch differently.
 */
final class SamplesEndpoint implements Endpoint {
    private static final String LABEL = "label";
    /** Samples that are alike up to rounding differ by less; images are in [-1, 1]. */
    private static final double ROUNDING = 1e-3;

    private final Gan gan;
    private final WorkQueue queue;
    private final Executor encoders;
    private final LatentParameters latents;
    private final Operation operation;
    private final boolean together;
    private final boolean labelsTogether;

    SamplesEndpoint(Gan gan, WorkQueue queue, Executor encoders, int maxCount) {
        this.gan = gan;
        this.queue = queue;
        this.encoders = encoders;
        LatentSampler sampler = gan.as(LatentSampler.class);
        this.latents = new LatentParameters(sampler, maxCount);
        List<String> labels = gan.can(ConditionalSampler.class)
                ? gan.as(ConditionalSampler.class).labels()
                : List.of();
        List<Parameter> parameters = new ArrayList<>(latents.all());
        if (!labels.isEmpty()) {
            parameters.add(Parameter.text(
                    LABEL,
                    "The class of the samples, by name or number: " + String.join(", ", labels)
                            + ". Without it, the classes take turns."));
        }
        Parameter format = SampleEncoding.parameter(sampler.sample());
        parameters.add(format);
        this.operation = Operation.get(
                "/samples", "Generates samples from random latents.", parameters, SampleEncoding.types(format));
        SampleRequest one = SampleRequest.of(1);
        this.together = areAlike(one);
        this.labelsTogether = !labels.isEmpty() && areAlike(one.label(labels.get(0)));
    }

    /** Returns whether a sample is the same, up to rounding, when another one is generated before it. */
    private boolean areAlike(SampleRequest request) {
        SampleRequest first = request.seed(1);
        SampleRequest second = request.seed(2);
        float[] alone = gan.sample(second).data().toFloats();
        float[] after = gan.sample(List.of(first, second)).get(1).data().toFloats();
        for (int i = 0; i < alone.length; i++) {
            if (Math.abs(alone[i] - after[i]) > ROUNDING) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Operation operation() {
        return operation;
    }

    @Override
    public CompletableFuture<Reply> answer(Query query, byte[] body, MemoryBudget.Share memory) {
        Optional<String> label = query.text(LABEL);
        label.ifPresent(name -> gan.as(ConditionalSampler.class).of(name)); // an unknown one is refused here
        SampleRequest plain = latents.request(query);
        SampleRequest request = label.map(plain::label).orElse(plain);
        SampleEncoding encoding = SampleEncoding.of(query);
        latents.reserve(request, encoding, memory);
        boolean joined = !LatentParameters.hasSeed(query) && (label.isPresent() ? labelsTogether : together);
        CompletableFuture<Samples> samples = joined ? queue.together(request) : queue.alone(() -> gan.sample(request));
        return samples.thenApplyAsync(done -> encoding.answer(done, request), encoders);
    }
}
