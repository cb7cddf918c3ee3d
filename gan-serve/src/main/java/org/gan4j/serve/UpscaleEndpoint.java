package org.gan4j.serve;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gan4j.apps.superresolution.Upscaler;
import org.gan4j.dsl.Gan;

/** {@code POST /upscale}: the image in the body, enlarged. */
final class UpscaleEndpoint implements Endpoint {
    private final Upscaler upscaler;
    private final WorkQueue queue;
    private final Path folder;
    private final long maxPixels;
    private final Operation operation;

    UpscaleEndpoint(Gan gan, WorkQueue queue, Path folder, long maxPixels) {
        this.upscaler = gan.as(Upscaler.class).finish(gan.imprint());
        this.queue = queue;
        this.folder = folder;
        this.maxPixels = maxPixels;
        this.operation = Operation.post(
                "/upscale",
                "Enlarges an image " + upscaler.scale() + " times. Alpha, 16 bits and the ICC profile are kept; EXIF"
                        + " orientation is applied.",
                List.of(),
                SentImage.BODY,
                Reply.PNG);
    }

    @Override
    public Operation operation() {
        return operation;
    }

    @Override
    public CompletableFuture<Reply> answer(Query query, byte[] body, MemoryBudget.Share memory) {
        SentImage image = SentImage.of(body, maxPixels);
        return queue.alone(() -> image.mapped(folder, memory, upscaler::upscale));
    }
}
