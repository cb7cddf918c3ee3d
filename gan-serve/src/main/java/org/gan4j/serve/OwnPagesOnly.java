package org.gan4j.serve;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * Lets only the server's own page control it, although every page that the user of this machine opens can send requests
 * here. A request must name this server as its host, so that no name of another site can lead here; one from a page must
 * come from this server's; and one that changes something must have the token, which only that page knows.
 *
 * @param server the address of the server
 * @param token the token; empty if there is nothing to change
 */
record OwnPagesOnly(URI server, Optional<String> token) implements RequestCheck {
    /** The header of the token. */
    static final String HEADER = "X-Gan4J-Token";

    private static final int FORBIDDEN = 403;
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");
    private static final int HTTP_PORT = 80;

    @Override
    public void require(Request request) {
        String host = request.getHeaders().get(HttpHeader.HOST);
        if (host == null || !isOwn(host)) {
            throw new ProblemException(
                    FORBIDDEN,
                    "the host " + Status.shown(String.valueOf(host)) + " is not this server: open " + server);
        }
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        if (origin != null && !(origin.startsWith("http://") && isOwn(origin.substring("http://".length())))) {
            throw new ProblemException(
                    FORBIDDEN, "pages of " + Status.shown(origin) + " may not ask this server: open " + server);
        }
        String site = request.getHeaders().get("Sec-Fetch-Site"); // browsers send it also where they send no origin
        boolean opened = "navigate".equals(request.getHeaders().get("Sec-Fetch-Mode"))
                && "/".equals(request.getHttpURI().getCanonicalPath());
        if (site != null && !OWN_SITES.contains(site) && !opened) {
            throw new ProblemException(FORBIDDEN, "other pages may not ask this server: open " + server);
        }
        if (!READING.contains(request.getMethod()) && !hasToken(request)) {
            throw new ProblemException(
                    FORBIDDEN, "the header " + HEADER + " is missing or wrong: reload the page at " + server);
        }
    }

    private boolean isOwn(String authority) {
        return Stream.of("127.0.0.1", "[::1]", "localhost", server.getHost())
                .flatMap(name -> server.getPort() == HTTP_PORT
                        ? Stream.of(name, name + ":" + HTTP_PORT)
                        : Stream.of(name + ":" + server.getPort()))
                .anyMatch(authority.toLowerCase(Locale.ROOT)::equals);
    }

    private boolean hasToken(Request request) {
        String given = request.getHeaders().get(HEADER);
        return given != null && token.isPresent() && MessageDigest.isEqual(bytes(given), bytes(token.get()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
