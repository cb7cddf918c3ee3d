package org.gan4j.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.latents.NormalLatents;
import org.gan4j.dsl.inference.SampleRequest;

/** The parameters that samples from latents share: their number, their seed, and the truncation of normal latents. */
record LatentParameters(LatentSampler sampler, int maxCount) {
    private static final String COUNT = "count";
    private static final String SEED = "seed";
    private static final String TRUNCATION = "truncation";

    List<Parameter> all() {
        List<Parameter> all = new ArrayList<>();
        all.add(Parameter.whole(COUNT, "The number of samples.", 1, maxCount, Optional.of("1")));
        all.add(Parameter.whole(
                SEED,
                "The seed of the latents: equal ones give equal bytes. Without it, one is drawn; the header Gan-Seed"
                        + " says which.",
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                Optional.empty()));
        if (sampler.latents().distribution() instanceof NormalLatents) {
            all.add(Parameter.number(
                    TRUNCATION,
                    "The largest absolute value of a latent; 0.5 to 1 gives more typical and less various samples.",
                    0.01));
        }
        return all;
    }

    static boolean hasSeed(Query query) {
        return query.text(SEED).isPresent();
    }

    /** Returns the request of a query, with a seed: a new one if the query has none. */
    SampleRequest request(Query query) {
        SampleRequest request = SampleRequest.of(
                        query.whole(COUNT).orElseThrow().intValue())
                .seed(query.whole(SEED)
                        .orElseGet(() -> (long) ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE)));
        return query.number(TRUNCATION).map(request::truncation).orElse(request);
    }

    /** Reserves the memory of samples until they are sent. */
    void reserve(SampleRequest request, SampleEncoding encoding, MemoryBudget.Share memory) {
        memory.reserve(encoding.memory((long) request.count() * sampler.sample().size()));
    }
}
