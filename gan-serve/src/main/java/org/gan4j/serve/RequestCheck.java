package org.gan4j.serve;

import org.eclipse.jetty.server.Request;

/** A check of requests before they are answered. */
@FunctionalInterface
interface RequestCheck {
    /** Lets every request pass. */
    RequestCheck NONE = request -> {};

    /**
     * Checks a request.
     *
     * @throws ProblemException if it is refused
     */
    void require(Request request);
}
