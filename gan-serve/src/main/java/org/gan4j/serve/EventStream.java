package org.gan4j.serve;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Server-sent events to one page, without a thread: while the page has not received an event, a newer one takes the place of
 * one that waits. Thread-safe.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">the format</a>
 */
final class EventStream {
    private final Response response;
    private final Callback ended;
    private String waiting;
    private boolean sending;
    private boolean closing;
    private boolean closed;

    /**
     * @param ended is completed when the stream is over
     */
    EventStream(Response response, Callback ended) {
        this.response = response;
        this.ended = ended;
    }

    /** Sends an event with this text of one line. */
    void send(String text) {
        write("data: " + text + "\n\n");
    }

    /** Sends nothing that a page sees, so that a lost connection is noticed. */
    void keepAlive() {
        synchronized (this) {
            if (sending) {
                return; // what is sent tells it, too
            }
        }
        write(":\n\n");
    }

    private void write(String block) {
        synchronized (this) {
            if (closing) {
                return;
            }
            if (sending) {
                waiting = block;
                return;
            }
            sending = true;
        }
        response.write(false, ByteBuffer.wrap(block.getBytes(StandardCharsets.UTF_8)), new Callback() {
            @Override
            public void succeeded() {
                sent();
            }

            @Override
            public void failed(Throwable why) {
                end(why);
            }
        });
    }

    private void sent() {
        String next;
        boolean last;
        synchronized (this) {
            sending = false;
            next = waiting;
            waiting = null;
            last = closing;
        }
        if (last) {
            finish();
        } else if (next != null) {
            write(next);
        }
    }

    /** Ends the stream after the event that is being sent. */
    void close() {
        synchronized (this) {
            if (closing) {
                return;
            }
            closing = true;
            if (sending) {
                return;
            }
        }
        finish();
    }

    private void finish() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        response.write(true, ByteBuffer.allocate(0), ended);
    }

    private void end(Throwable why) {
        synchronized (this) {
            closing = true;
            if (closed) {
                return;
            }
            closed = true;
        }
        ended.failed(why);
    }

    /** Returns whether nothing can be sent any more. */
    synchronized boolean isOver() {
        return closing;
    }
}
