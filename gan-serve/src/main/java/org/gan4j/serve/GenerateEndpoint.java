package org.gan4j.serve;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.gan4j.api.inference.TextSampler;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.inference.SampleRequest;

/** {@code POST /generate}: images of the text in the body. */
final class GenerateEndpoint implements Endpoint {
    private static final int LONGEST_TEXT = 2000;
    /** Any text tells the shape of the images. */
    private static final String ANY = "image";

    private final Gan gan;
    private final WorkQueue queue;
    private final Executor encoders;
    private final LatentParameters latents;
    private final Operation operation;

    GenerateEndpoint(Gan gan, WorkQueue queue, Executor encoders, int maxCount) {
        this.gan = gan;
        this.queue = queue;
        this.encoders = encoders;
        this.latents = new LatentParameters(gan.as(TextSampler.class).of(List.of(ANY)), maxCount);
        List<Parameter> parameters = new ArrayList<>(latents.all());
        Parameter format = SampleEncoding.parameter(latents.sampler().sample());
        parameters.add(format);
        this.operation = new Operation(
                "POST",
                "/generate",
                "Generates images of a text.",
                parameters,
                Optional.of(new Operation.Body(
                        List.of("text/plain"), "The text in UTF-8, of at most " + LONGEST_TEXT + " characters.")),
                SampleEncoding.types(format));
    }

    @Override
    public Operation operation() {
        return operation;
    }

    @Override
    public CompletableFuture<Reply> answer(Query query, byte[] body, MemoryBudget.Share memory) {
        SampleRequest request = latents.request(query).texts(text(body));
        SampleEncoding encoding = SampleEncoding.of(query);
        latents.reserve(request, encoding, memory);
        return queue.alone(() -> gan.sample(request))
                .thenApplyAsync(samples -> encoding.answer(samples, request), encoders);
    }

    private static String text(byte[] body) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException other) {
            throw new ProblemException(Status.BAD_REQUEST, "the text in the body is not UTF-8: encode it so");
        }
        if (text.isBlank()) {
            throw new ProblemException(Status.BAD_REQUEST, "there is no text in the body: send a description");
        }
        if (text.length() > LONGEST_TEXT) {
            throw new ProblemException(
                    Status.TOO_LARGE,
                    "the text has " + text.length() + " characters, and at most " + LONGEST_TEXT
                            + " are read: shorten it");
        }
        return text.strip();
    }
}
