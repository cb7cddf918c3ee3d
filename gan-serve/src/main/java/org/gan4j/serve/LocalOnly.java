package org.gan4j.serve;

/** The rule that pages for one person are reached from this machine alone. */
final class LocalOnly {
    private LocalOnly() {}

    /**
     * Requires that only programs on this machine can reach a server.
     *
     * @throws IllegalArgumentException if not
     */
    static void require(EndpointServer server) {
        if (!server.isLocal()) {
            throw new IllegalArgumentException(
                    "this page is for this machine alone: listen at 127.0.0.1, and forward its"
                            + " port, such as with ssh -L 9000:127.0.0.1:9000, to see it elsewhere");
        }
    }
}
