package org.gan4j.serve;

import java.util.concurrent.CompletableFuture;

/** What answers the requests for one operation. */
interface Endpoint {
    /** Returns the operation. */
    Operation operation();

    /**
     * Begins to answer a request, without waiting.
     *
     * @param query the parameters, which have been checked
     * @param body the body; empty if the operation has none
     * @param memory where the memory is reserved that the answer takes until it is sent
     * @return the answer, or a {@link ProblemException}, or an {@link IllegalArgumentException} whose message says what is
     *     wrong with the request
     */
    CompletableFuture<Reply> answer(Query query, byte[] body, MemoryBudget.Share memory);
}
