package org.gan4j.dsl.inference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * Draws the latents of a request and generates its samples; used by {@link org.gan4j.dsl.Gan#sample(SampleRequest)}.
 *
 * @param sampling the capability that generates samples from latents
 */
public record Sampler(LatentSampler sampling) {
    static final int MOST_FLOATS = Integer.MAX_VALUE - 8;

    /**
     * Generates the samples of a request.
     *
     * @param seed the seed of the latents if the request sets none
     * @throws IllegalArgumentException if the samples do not fit into one array
     */
    public Samples sample(SampleRequest request, long seed) {
        int across = request.across().orElse(1);
        int texts = Math.max(1, request.texts().size());
        requireRoom((long) request.count() * across * texts);
        Truncated<LatentSampler> chosen = Truncated.of(sampling, request, LatentSampler::truncated);
        TensorData rows = latents(chosen.request(), seed);
        TensorData ofEach = TensorData.joined(Collections.nCopies(texts, rows));
        OptionalInt columns = request.across().isEmpty() && !request.texts().isEmpty()
                ? OptionalInt.of(request.count())
                : request.across();
        return new Samples(chosen.by().samples(ofEach, request.weights().orElseThrow()), columns);
    }

    /**
     * Generates the samples of a walk, in its order.
     *
     * @param seed the seed of the latents if the request sets none
     * @throws IllegalArgumentException if the samples do not fit into one array
     */
    public Samples walk(LatentWalk walk, long seed) {
        requireRoom(walk.frames());
        Truncated<LatentSampler> chosen = Truncated.of(sampling, walk.keys(), LatentSampler::truncated);
        SampleRequest keys = chosen.request();
        Latents latents = new Latents(sampling.latents(), keys.seed().orElse(seed), keys.truncation());
        TensorData rows = TensorData.of(
                walk.through(latents),
                Shape.of(walk.frames(), sampling.latents().size()));
        return new Samples(chosen.by().samples(rows, keys.weights().orElseThrow()));
    }

    /**
     * Generates the samples of several requests in one run of the generator. A sample differs from that of its request alone
     * by rounding; by more if the generator treats the rows of a batch differently, such as one that takes classes in turn.
     *
     * @param requests requests for single samples of the same label, tags and weights, and of no texts
     * @param seed the seed of the latents of requests that set none
     * @return the samples of each request, in their order
     * @throws IllegalArgumentException if there is no request, one of another kind, or the samples do not fit into one array
     */
    public List<Samples> together(List<SampleRequest> requests, long seed) {
        if (requests.isEmpty()) {
            throw new IllegalArgumentException("there is no request: give at least one");
        }
        requests.forEach(request -> requireAlike(request, requests.get(0)));
        requireRoom(requests.stream().mapToLong(SampleRequest::count).sum());
        if (requests.stream().anyMatch(this::truncatesItself)) {
            return requests.stream().map(request -> sample(request, seed)).toList();
        }
        TensorData rows = TensorData.joined(
                requests.stream().map(request -> latents(request, seed)).toList());
        TensorData all = sampling.samples(rows, requests.get(0).weights().orElseThrow());
        List<Samples> samples = new ArrayList<>();
        int from = 0;
        for (SampleRequest request : requests) {
            samples.add(new Samples(all.rows(from, from + request.count())));
            from += request.count();
        }
        return samples;
    }

    private boolean truncatesItself(SampleRequest request) {
        return Truncated.of(sampling, request, LatentSampler::truncated).by() != sampling;
    }

    private static void requireAlike(SampleRequest request, SampleRequest first) {
        if (request.across().isPresent()
                || request.shares().isPresent()
                || !request.texts().isEmpty()
                || !request.label().equals(first.label())
                || !request.tags().equals(first.tags())
                || !request.weights().equals(first.weights())) {
            throw new IllegalArgumentException("requests that are generated together must be for single samples of one"
                    + " label or the same tags, and the same weights, without texts: generate the others alone");
        }
    }

    /** Returns the latents of a request, one row per sample. */
    private TensorData latents(SampleRequest request, long seed) {
        Latents latents = new Latents(sampling.latents(), request.seed().orElse(seed), request.truncation());
        int across = request.across().orElse(1);
        float[] drawn = request.across().isPresent()
                ? latents.interpolations(request.count(), across)
                : latents.rows(0, request.count());
        return TensorData.of(
                drawn,
                Shape.of((long) request.count() * across, sampling.latents().size()));
    }

    private void requireRoom(long count) {
        int most = MOST_FLOATS
                / Math.max(sampling.latents().size(), sampling.sample().size());
        if (count > most) {
            throw new IllegalArgumentException("at most " + most + " samples of this size fit into one array, not "
                    + count + ": generate them in parts, with different seeds");
        }
    }
}
