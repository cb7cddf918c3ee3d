package org.gan4j.serve;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** An endpoint whose answer is there at once. */
record FixedEndpoint(Operation operation, Supplier<Reply> reply) implements Endpoint {
    static FixedEndpoint of(String path, String summary, Supplier<Reply> reply) {
        return of(path, summary, Reply.JSON, reply);
    }

    static FixedEndpoint of(String path, String summary, String type, Supplier<Reply> reply) {
        return new FixedEndpoint(Operation.get(path, summary, List.of(), List.of(type)), reply);
    }

    @Override
    public CompletableFuture<Reply> answer(Query query, byte[] body, MemoryBudget.Share memory) {
        return CompletableFuture.completedFuture(reply.get());
    }
}
