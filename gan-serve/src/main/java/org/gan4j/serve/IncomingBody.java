package org.gan4j.serve;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** The body of a request while it arrives; no thread waits for it. Memory is reserved for the bytes that have come only. */
final class IncomingBody implements Runnable {
    /** An array that grows is copied, so that it takes twice its bytes for a moment. */
    private static final int COPIES = 2;

    private final Request request;
    private final long most;
    private final MemoryBudget.Share memory;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();

    private IncomingBody(Request request, long most, MemoryBudget.Share memory) {
        this.request = request;
        this.most = most;
        this.memory = memory;
    }

    /**
     * Begins to read a body. It fails with a {@link ProblemException}: 413 if it has more than {@code most} bytes, 408 if it is
     * not there in time, 503 if there is no memory for it, 400 if the connection ends early.
     */
    static CompletableFuture<byte[]> read(
            Request request, long most, Duration time, MemoryBudget.Share memory, ScheduledExecutorService timer) {
        if (request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH) > most) {
            throw tooLarge(most);
        }
        IncomingBody body = new IncomingBody(request, most, memory);
        var late = timer.schedule(
                () -> body.fail(new ProblemException(
                        Status.TIMEOUT, "the body did not arrive within " + time.toMillis() + " ms: send it faster")),
                time.toMillis(),
                TimeUnit.MILLISECONDS);
        body.run();
        return body.whole.whenComplete((done, failed) -> late.cancel(false));
    }

    private static ProblemException tooLarge(long most) {
        return new ProblemException(
                Status.TOO_LARGE, "the body is too large: at most " + most + " bytes are read; send less");
    }

    private void fail(ProblemException problem) {
        whole.completeExceptionally(problem);
    }

    @Override
    public void run() {
        try {
            while (!whole.isDone()) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    request.demand(this);
                    return;
                }
                if (Content.Chunk.isFailure(chunk)) {
                    fail(new ProblemException(
                            Status.BAD_REQUEST, "the body ended too early or is malformed: send all of it"));
                    return;
                }
                take(chunk);
            }
        } catch (ProblemException problem) {
            fail(problem);
        } catch (RuntimeException | Error failed) {
            whole.completeExceptionally(failed);
        }
    }

    private void take(Content.Chunk chunk) {
        try {
            ByteBuffer part = chunk.getByteBuffer();
            int length = part.remaining();
            if (bytes.size() + (long) length > most) {
                throw tooLarge(most);
            }
            memory.reserve((long) COPIES * length);
            byte[] copied = new byte[length];
            part.get(copied);
            bytes.writeBytes(copied);
        } finally {
            chunk.release();
        }
        if (chunk.isLast()) {
            whole.complete(bytes.toByteArray());
        }
    }
}
