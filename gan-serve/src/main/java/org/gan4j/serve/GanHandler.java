package org.gan4j.serve;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the endpoint of each request, keeps the limits, and sends what the endpoint answers. */
final class GanHandler extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(GanHandler.class);
    private static final byte[] NOTHING = {};
    private static final int DROPPED_BYTES = 1 << 16;
    private static final Duration DROPPED_TIME = Duration.ofSeconds(1);
    /** The path of requests that are never too many, since who watches the server sends them. */
    static final String HEALTH = "/health";

    private final List<Endpoint> endpoints;
    private final RequestCheck check;
    private final ServerSettings settings;
    private final Connections connections;
    private final MemoryBudget budget;
    private final Optional<AddressRates> rates;
    private final RunningRequests running;
    private final ScheduledExecutorService timer;

    GanHandler(
            List<Endpoint> endpoints,
            RequestCheck check,
            ServerSettings settings,
            Connections connections,
            MemoryBudget budget,
            RunningRequests running,
            ScheduledExecutorService timer) {
        this.endpoints = List.copyOf(endpoints);
        this.check = check;
        this.settings = settings;
        this.connections = connections;
        this.budget = budget;
        this.rates = settings.rate().isPresent()
                ? Optional.of(new AddressRates(settings.rate().getAsInt(), System::nanoTime))
                : Optional.empty();
        this.running = running;
        this.timer = timer;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        EndPoint client = request.getConnectionMetaData().getConnection().getEndPoint();
        connections.working(client);
        MemoryBudget.Share memory = budget.share();
        boolean admitted = running.begin();
        AtomicBoolean over = new AtomicBoolean();
        Runnable ended = () -> {
            if (over.getAndSet(true)) {
                return; // whatever fails afterwards
            }
            memory.close();
            if (admitted) {
                running.end();
            }
            connections.idle(client);
        };
        CompletableFuture<Reply> reply;
        try {
            reply = answer(request, admitted, memory);
        } catch (RuntimeException | Error failed) {
            reply = CompletableFuture.failedFuture(failed);
        }
        CompletableFuture<Void> sent = reply.exceptionally(failed -> refused(request, failed))
                .thenCompose(made -> afterBody(request, made, memory))
                .thenAccept(made -> {
                    boolean streams =
                            made.stream().isPresent() && !request.getMethod().equals("HEAD");
                    if (!streams) {
                        connections.responding(client);
                    }
                    send(made, streams, response, new Callback() {
                        @Override
                        public void succeeded() {
                            ended.run();
                            callback.succeeded();
                        }

                        @Override
                        public void failed(Throwable why) {
                            ended.run();
                            callback.failed(why);
                        }
                    });
                });
        sent.exceptionally(unsent -> {
            ended.run();
            callback.failed(unsent);
            return null;
        });
        return true;
    }

    private CompletableFuture<Reply> answer(Request request, boolean admitted, MemoryBudget.Share memory) {
        if (!admitted) {
            throw new ProblemException(
                    Status.UNAVAILABLE,
                    "the server is stopping: send the request to another one",
                    Map.of("Connection", "close", "Retry-After", "1"));
        }
        check.require(request);
        String path = request.getHttpURI().getCanonicalPath();
        if (!HEALTH.equals(path)) {
            rates.ifPresent(each -> each.count(Request.getRemoteAddr(request)));
        }
        Endpoint endpoint = endpoint(path, request.getMethod());
        Operation operation = endpoint.operation();
        Query query = Query.of(request.getHttpURI().getQuery(), operation.parameters());
        if (operation.body().isEmpty()) {
            return endpoint.answer(query, NOTHING, memory);
        }
        requireType(request, operation.body().get());
        return IncomingBody.read(request, settings.maxBody(), settings.bodyTime(), memory, timer)
                .thenCompose(body -> endpoint.answer(query, body, memory));
    }

    private Endpoint endpoint(String path, String method) {
        List<Endpoint> there = endpoints.stream()
                .filter(each -> each.operation().path().equals(path))
                .toList();
        if (there.isEmpty()) {
            throw new ProblemException(
                    Status.NOT_FOUND,
                    "there is no " + Status.shown(String.valueOf(path)) + " here, but " + listed(endpoints));
        }
        return there.stream()
                .filter(each -> each.operation().isFor(method))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        Status.METHOD_NOT_ALLOWED,
                        "the method " + Status.shown(method) + " is not for " + path + ": use " + listed(there),
                        Map.of(
                                "Allow",
                                there.stream()
                                        .map(each -> each.operation().method())
                                        .collect(Collectors.joining(", ")))));
    }

    private static String listed(List<Endpoint> endpoints) {
        return endpoints.stream()
                .map(each -> each.operation().method() + " " + each.operation().path())
                .collect(Collectors.joining(", "));
    }

    private static void requireType(Request request, Operation.Body body) {
        String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        if (type == null || !body.accepts(type)) {
            throw new ProblemException(
                    Status.UNSUPPORTED_TYPE,
                    "the header Content-Type must be one of " + String.join(", ", body.ranges()) + ", not "
                            + (type == null ? "absent" : Status.shown(type)));
        }
    }

    private static Reply refused(Request request, Throwable failed) {
        Throwable why = failed instanceof CompletionException && failed.getCause() != null ? failed.getCause() : failed;
        if (why instanceof ProblemException problem) {
            return problem.reply();
        }
        if (why instanceof IllegalArgumentException wrong) {
            return ProblemException.reply(Status.BAD_REQUEST, wrong.getMessage());
        }
        LOG.error("{} {} failed", request.getMethod(), request.getHttpURI().getPath(), why);
        if (why instanceof OutOfMemoryError) {
            return ProblemException.later(
                            Status.UNAVAILABLE, "the server ran out of memory: ask for less, or try again later")
                    .reply();
        }
        return ProblemException.reply(
                Status.FAILED, "the server failed, and its log says why: tell those who run it, with the time");
    }

    /**
     * Takes what is left of the body of a refused request if it is short, so that the connection can be used further. One that
     * is long or late ends the connection, and the reply says so: a client would otherwise send its next request there.
     */
    private CompletableFuture<Reply> afterBody(Request request, Reply reply, MemoryBudget.Share memory) {
        boolean body = request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING) || request.getLength() > 0;
        if (!body || reply.status() == Reply.OK) {
            return CompletableFuture.completedFuture(reply);
        }
        Reply last = reply.with(Map.of("Connection", "close"));
        boolean given = reply.status() == Status.TIMEOUT || reply.status() == Status.TOO_LARGE;
        if (given || request.getLength() > DROPPED_BYTES) {
            return CompletableFuture.completedFuture(last);
        }
        return IncomingBody.read(request, DROPPED_BYTES, DROPPED_TIME, memory, timer)
                .handle((dropped, failed) -> failed == null ? reply : last);
    }

    private static void send(Reply reply, boolean streams, Response response, Callback callback) {
        response.setStatus(reply.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, reply.type());
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        reply.headers().forEach(response.getHeaders()::put);
        if (streams) {
            EventStream stream = new EventStream(response, callback);
            stream.keepAlive(); // sends the header
            reply.stream().orElseThrow().accept(stream);
            return;
        }
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, reply.body().length);
        response.write(true, ByteBuffer.wrap(reply.body()), callback);
    }
}
