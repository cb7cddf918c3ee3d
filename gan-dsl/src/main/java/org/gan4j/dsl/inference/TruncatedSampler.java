package org.gan4j.dsl.inference;

import java.util.Optional;
import org.gan4j.api.inference.LatentSampler;

/**
 * A sampler and a request for it, where the truncation is either done by the sampler, and no more part of the request, or
 * left to the latents.
 *
 * @param sampler makes the samples
 * @param request the request; its truncation is that of latents
 */
public record TruncatedSampler(LatentSampler sampler, SampleRequest request) {
    /** Returns the sampler that truncates in its own way, such as a generator with styles, if the request asks for it. */
    public static TruncatedSampler of(LatentSampler plain, SampleRequest request) {
        Optional<LatentSampler> own = request.truncation().isPresent()
                ? plain.truncated(request.truncation().getAsDouble())
                : Optional.empty();
        return own.map(sampler -> new TruncatedSampler(sampler, request.untruncated()))
                .orElseGet(() -> new TruncatedSampler(plain, request));
    }
}
