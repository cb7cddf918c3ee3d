package org.gan4j.serve;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;

/**
 * The open connections. Each has a deadline for what its client does next: to send the header of a request, or to receive a
 * response. It is closed at its deadline, however many bytes came or went in between, so a client that sends a byte now and
 * then keeps nothing open. If there are too many connections, the one is closed that has been without a request for the longest
 * time; if all have requests, the new one is closed. Thread-safe.
 */
final class Connections implements Connection.Listener, AutoCloseable {
    private static final long SWEEP_MILLIS = 100;

    /** What a connection waits for, and until when, by {@link System#nanoTime}. */
    private record State(boolean idle, long since, long most) {
        boolean isLate() {
            return System.nanoTime() - since > most;
        }
    }

    private final int most;
    private final long headerNanos;
    private final long responseNanos;
    private final Map<EndPoint, State> open = new ConcurrentHashMap<>();
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "gan-serve-deadlines");
        thread.setDaemon(true);
        return thread;
    });
    private final ScheduledFuture<?> sweeping;

    Connections(int most, Duration headerTime, Duration responseTime) {
        this.most = most;
        this.headerNanos = headerTime.toNanos();
        this.responseNanos = responseTime.toNanos();
        this.sweeping = sweeper.scheduleWithFixedDelay(this::sweep, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void onOpened(Connection connection) {
        EndPoint client = connection.getEndPoint();
        synchronized (this) { // so that two new ones do not both take the last place
            if (open.size() >= most && !closeLongestIdle()) {
                client.close();
                return;
            }
            open.put(client, idle());
        }
    }

    @Override
    public void onClosed(Connection connection) {
        open.remove(connection.getEndPoint());
    }

    private State idle() {
        return new State(true, System.nanoTime(), headerNanos);
    }

    private boolean closeLongestIdle() {
        return open.entrySet().stream()
                .filter(each -> each.getValue().idle)
                .min(Comparator.comparingLong(each -> each.getValue().since - System.nanoTime()))
                .map(each -> {
                    open.remove(each.getKey());
                    each.getKey().close();
                    return true;
                })
                .orElse(false);
    }

    /** Notes that a request has arrived; its body has a deadline of its own. */
    void working(EndPoint client) {
        open.replace(client, new State(false, System.nanoTime(), Long.MAX_VALUE));
    }

    /** Notes that a response is being sent. */
    void responding(EndPoint client) {
        open.replace(client, new State(false, System.nanoTime(), responseNanos));
    }

    /** Notes that a response has been sent, so that the next request may come. */
    void idle(EndPoint client) {
        open.replace(client, idle());
    }

    /** Returns the number of open connections. */
    int count() {
        return open.size();
    }

    private void sweep() {
        open.forEach((client, state) -> {
            if (state.isLate() && open.remove(client, state)) {
                client.close();
            }
        });
    }

    @Override
    public void close() {
        sweeping.cancel(false);
        sweeper.shutdownNow();
    }
}
