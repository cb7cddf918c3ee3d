package org.gan4j.serve;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gan4j.apps.translation.Direction;
import org.gan4j.apps.translation.Translator;
import org.gan4j.dsl.Gan;

/** {@code POST /translate}: the image in the body, translated into another domain. */
final class TranslateEndpoint implements Endpoint {
    private static final String DIRECTION = "direction";

    private final Translator translator;
    private final WorkQueue queue;
    private final Path folder;
    private final long maxPixels;
    private final Operation operation;

    TranslateEndpoint(Gan gan, WorkQueue queue, Path folder, long maxPixels) {
        this.translator = gan.as(Translator.class).finish(gan.imprint());
        this.queue = queue;
        this.folder = folder;
        this.maxPixels = maxPixels;
        this.operation = Operation.post(
                "/translate",
                "Translates an image of one domain into another. The result has 8 bits and the same size.",
                List.of(Parameter.word(
                        DIRECTION,
                        "The direction between the two sets of images that the run was trained on.",
                        translator.directions().stream().map(Direction::name).toList(),
                        translator.direction().name())),
                SentImage.BODY,
                Reply.PNG);
    }

    @Override
    public Operation operation() {
        return operation;
    }

    @Override
    public CompletableFuture<Reply> answer(Query query, byte[] body, MemoryBudget.Share memory) {
        Translator directed =
                translator.direction(Direction.valueOf(query.text(DIRECTION).orElseThrow()));
        SentImage image = SentImage.of(body, maxPixels);
        return queue.alone(() -> image.mapped(folder, memory, directed::translate));
    }
}
