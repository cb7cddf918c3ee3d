package org.gan4j.serve;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * The address and the limits of a server. Each method returns a changed copy of {@link #DEFAULT}:
 *
 * <pre>{@code
 * ServerSettings.DEFAULT.port(8080).maxCount(64)
 * }</pre>
 *
 * @param host the name or number of the address to listen at
 * @param port the port; 0 for any free one
 * @param maxCount the most samples of one request
 * @param maxBody the most bytes of a request's body
 * @param maxPixels the most pixels of an image that is sent
 * @param queue the most requests that wait to be computed
 * @param connections the most connections at a time
 * @param rate the most requests per second from one address, of which twice as many may come at once; empty for no limit
 * @param headerTime the longest time until a connection has sent the header of its next request
 * @param bodyTime the longest time until a body has arrived
 * @param responseTime the longest time until a client has received its response
 * @param stopTime the longest time that stopping waits for running requests
 */
public record ServerSettings(
        String host,
        int port,
        int maxCount,
        long maxBody,
        long maxPixels,
        int queue,
        int connections,
        OptionalInt rate,
        Duration headerTime,
        Duration bodyTime,
        Duration responseTime,
        Duration stopTime) {
    private static final int LARGEST_PORT = 65_535;

    /** Loopback and any free port; 256 samples, 16 MB, a million pixels, 64 waiting requests, 256 connections. */
    public static final ServerSettings DEFAULT = new ServerSettings(
            "127.0.0.1",
            0,
            256,
            16 << 20,
            1_000_000,
            64,
            256,
            OptionalInt.empty(),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofSeconds(20));

    /**
     * Validates the numbers.
     *
     * @throws IllegalArgumentException if the port is no port, or a limit is less than 1
     */
    public ServerSettings {
        if (port < 0 || port > LARGEST_PORT) {
            throw new IllegalArgumentException("a port is a number up to " + LARGEST_PORT + ", not " + port
                    + ": choose another one, such as 8080");
        }
        requirePositive("count", maxCount);
        requirePositive("body", maxBody);
        requirePositive("pixels", maxPixels);
        requirePositive("queue", queue);
        requirePositive("connections", connections);
        requirePositive("rate", rate.orElse(1));
        for (Duration time : new Duration[] {headerTime, bodyTime, responseTime, stopTime}) {
            requirePositive("time", time.toMillis());
        }
    }

    private static void requirePositive(String limit, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    "the limit of the " + limit + " is " + value + ", so nothing would be served: set at least 1");
        }
    }

    /** Sets the name or number of the address to listen at. Others can reach the server if it is not loopback. */
    public ServerSettings host(String name) {
        return new ServerSettings(
                name,
                port,
                maxCount,
                maxBody,
                maxPixels,
                queue,
                connections,
                rate,
                headerTime,
                bodyTime,
                responseTime,
                stopTime);
    }

    /**
     * Sets the port; 0 for any free one.
     *
     * @throws IllegalArgumentException if it is no port
     */
    public ServerSettings port(int number) {
        return new ServerSettings(
                host,
                number,
                maxCount,
                maxBody,
                maxPixels,
                queue,
                connections,
                rate,
                headerTime,
                bodyTime,
                responseTime,
                stopTime);
    }

    /**
     * Sets the most samples of one request.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public ServerSettings maxCount(int most) {
        return new ServerSettings(
                host,
                port,
                most,
                maxBody,
                maxPixels,
                queue,
                connections,
                rate,
                headerTime,
                bodyTime,
                responseTime,
                stopTime);
    }

    /**
     * Sets the most bytes and the most pixels of an image that is sent.
     *
     * @throws IllegalArgumentException if one is less than 1
     */
    public ServerSettings maxImage(long bytes, long pixels) {
        return new ServerSettings(
                host,
                port,
                maxCount,
                bytes,
                pixels,
                queue,
                connections,
                rate,
                headerTime,
                bodyTime,
                responseTime,
                stopTime);
    }

    /**
     * Sets the most requests that wait, and the most connections.
     *
     * @throws IllegalArgumentException if one is less than 1
     */
    public ServerSettings room(int waiting, int open) {
        return new ServerSettings(
                host,
                port,
                maxCount,
                maxBody,
                maxPixels,
                waiting,
                open,
                rate,
                headerTime,
                bodyTime,
                responseTime,
                stopTime);
    }

    /**
     * Sets the most requests per second from one address.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public ServerSettings rate(int perSecond) {
        return new ServerSettings(
                host,
                port,
                maxCount,
                maxBody,
                maxPixels,
                queue,
                connections,
                OptionalInt.of(perSecond),
                headerTime,
                bodyTime,
                responseTime,
                stopTime);
    }

    /**
     * Sets the longest times that a client may take to send a header, to send a body and to receive a response.
     *
     * @throws IllegalArgumentException if one is less than a millisecond
     */
    public ServerSettings clientTimes(Duration header, Duration body, Duration response) {
        return new ServerSettings(
                host, port, maxCount, maxBody, maxPixels, queue, connections, rate, header, body, response, stopTime);
    }

    /**
     * Sets the longest time that stopping waits for running requests.
     *
     * @throws IllegalArgumentException if it is less than a millisecond
     */
    public ServerSettings stopTime(Duration longest) {
        return new ServerSettings(
                host,
                port,
                maxCount,
                maxBody,
                maxPixels,
                queue,
                connections,
                rate,
                headerTime,
                bodyTime,
                responseTime,
                longest);
    }
}
