package org.gan4j.serve;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** An HTTP server of endpoints, with the limits of its settings. */
final class EndpointServer {
    /** Requests wait without a thread, so these only read, encode and write. */
    private static final int THREADS = 16;

    private static final int FEWEST_THREADS = 4;
    private static final int HEADER_BYTES = 8192;

    private final ServerSettings settings;
    private final Server server;
    private final QueuedThreadPool threads = new QueuedThreadPool(THREADS, FEWEST_THREADS);
    private final ServerConnector connector;
    private final Connections connections;
    private final RunningRequests running = new RunningRequests();
    private final MemoryBudget budget = new MemoryBudget(Runtime.getRuntime().maxMemory() / 2);
    private final ScheduledThreadPoolExecutor timer;
    private boolean closed;

    EndpointServer(ServerSettings settings) {
        this.settings = settings;
        this.connections = new Connections(settings.connections(), settings.headerTime(), settings.responseTime());
        this.timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "gan-serve-timer");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true); // or each body would be kept until its time is over
        threads.setName("gan-serve");
        threads.setDaemon(true);
        this.server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        this.connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(0); // the deadlines of the connections are stricter, and know what is computed
        connector.addBean(connections);
        server.addConnector(connector);
        server.setErrorHandler(new JsonErrors());
    }

    /**
     * Starts to answer requests.
     *
     * @param check what each request must pass before its endpoint
     * @throws IllegalArgumentException if the address cannot be used
     */
    void listen(List<Endpoint> endpoints, RequestCheck check) {
        server.setHandler(new GanHandler(endpoints, check, settings, connections, budget, running, timer));
        try {
            server.start();
        } catch (Exception failed) {
            throw new IllegalArgumentException(
                    "cannot listen at " + settings.host() + ", port " + settings.port() + " (" + failed.getMessage()
                            + "): choose another port or address",
                    failed);
        }
    }

    /**
     * Starts to answer the requests of its own pages alone, as {@link OwnPagesOnly} says.
     *
     * @param token what requests that change something must have; empty if there is nothing to change
     * @throws IllegalArgumentException if other machines could reach the address, or it cannot be used
     */
    void listenToOwnPages(List<Endpoint> endpoints, Optional<String> token) {
        if (!isLocal()) {
            throw new IllegalArgumentException(
                    "this page is for this machine alone: listen at 127.0.0.1, and forward its"
                            + " port, such as with ssh -L 9000:127.0.0.1:9000, to see it elsewhere");
        }
        listen(endpoints, request -> new OwnPagesOnly(uri(), token).require(request));
    }

    /** Returns what runs short tasks for requests, such as encoding. */
    Executor threads() {
        return threads;
    }

    /** Returns the address that the server listens at, such as http://127.0.0.1:8080/. */
    URI uri() {
        String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
        return URI.create("http://" + host + ":" + connector.getLocalPort() + "/");
    }

    /** Returns whether only programs on this machine can reach the server. */
    boolean isLocal() {
        try {
            return InetAddress.getByName(settings.host()).isLoopbackAddress();
        } catch (UnknownHostException other) {
            return false;
        }
    }

    /** Returns the number of requests that are being answered. */
    int running() {
        return running.count();
    }

    /** Returns the number of open connections. */
    int connections() {
        return connections.count();
    }

    /** Returns the bytes that are left for bodies and answers. */
    long memoryLeft() {
        return budget.left();
    }

    /**
     * Stops: refuses new requests, waits for those that run, but not longer than the settings say, and cuts off the others.
     * Closing again has no effect.
     *
     * @param between runs before requests are cut off, such as what ends their work
     */
    void close(Runnable between) {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        running.stop(settings.stopTime());
        between.run();
        try {
            server.stop();
        } catch (Exception failed) {
            throw new IllegalStateException("the server did not stop: " + failed, failed);
        } finally {
            connections.close();
            timer.shutdownNow();
        }
    }
}
