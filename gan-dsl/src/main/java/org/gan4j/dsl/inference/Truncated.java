package org.gan4j.dsl.inference;

import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What makes samples and a request for them, where the truncation is either done in a way of its own, and no more part of the
 * request, or left to the latents.
 *
 * @param <T> what makes samples, such as a {@link org.gan4j.api.inference.LatentSampler}
 * @param by makes the samples
 * @param request the request; if it still asks for a truncation, its latents are limited
 */
public record Truncated<T>(T by, SampleRequest request) {
    /**
     * Returns what truncates in its own way, such as a generator with styles, if the request asks for it.
     *
     * @param own the way of its own for a truncation, if there is one
     */
    public static <T> Truncated<T> of(T plain, SampleRequest request, BiFunction<T, Double, Optional<T>> own) {
        Optional<T> truncated = request.truncation().isPresent()
                ? own.apply(plain, request.truncation().getAsDouble())
                : Optional.empty();
        return truncated
                .map(each -> new Truncated<>(each, request.untruncated()))
                .orElseGet(() -> new Truncated<>(plain, request));
    }
}
