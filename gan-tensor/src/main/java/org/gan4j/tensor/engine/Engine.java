package org.gan4j.tensor.engine;

/** Computes expressions. It holds no state of its own: that is in its sessions. */
public interface Engine {
    String name();

    /** One line for people: versions, native libraries, what is missing for full speed. */
    String description();

    Session open(SessionOptions options);

    default Session open() {
        return open(SessionOptions.defaults());
    }
}
