package org.gan4j.tensor.engine;

/** A backend that computes expressions. It holds no state of its own; the state is in its sessions. */
public interface Engine {
    String name();

    /** Returns one line for users: versions, native libraries, what is missing for full speed. */
    String description();

    /** Opens a session with its own variables. */
    Session open(SessionOptions options);

    /** Opens a session with the default options. */
    default Session open() {
        return open(SessionOptions.defaults());
    }
}
