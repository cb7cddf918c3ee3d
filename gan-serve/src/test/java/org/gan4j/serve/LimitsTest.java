package org.gan4j.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.serve.Client.error;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.gan4j.dsl.Gan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clients that are malformed, huge, slow or many: they are refused, and the server answers others. */
class LimitsTest {
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Duration SOME = Duration.ofMillis(1500);
    private static final Duration LONG = Duration.ofSeconds(20);

    private static Gan plain;
    private static Gan translator;

    @BeforeAll
    static void build() {
        plain = TestGans.plain();
        translator = TestGans.translator();
    }

    @AfterAll
    static void close() {
        plain.close();
        translator.close();
    }

    private static Socket connect(GanServer server) throws IOException {
        Socket socket = new Socket(server.uri().getHost(), server.uri().getPort());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** Returns what the server sends until it closes the connection. */
    private static String answer(Socket socket) throws IOException {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException reset) {
            return "";
        }
    }

    private static void requireAlive(GanServer server) throws Exception {
        assertThat(Client.of(server).get("/samples?seed=1").statusCode()).isEqualTo(200);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 500 && !condition.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    @Test
    void malformedRequestsGetAStatusAndASentence() throws Exception {
        try (GanServer server = GanServer.start(plain, ServerSettings.DEFAULT.clientTimes(SHORT, SHORT, LONG))) {
            for (String[] malformed : new String[][] {
                {"nonsense\r\n\r\n", "400"},
                {"GET / HTTP/1.1\r\n\r\n", "400"}, // no Host
                {"GET / HTTP/9.9\r\nHost: a\r\n\r\n", "505"},
                {"GET /samples?a=%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "400"},
                {"GET /%00 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "400"},
                {"GET /../../etc/passwd HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "400"},
                {"GET /%2e%2e/health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "400"},
                {"GET / HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(20_000) + "\r\n\r\n", "431"},
                {"GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: a\r\n\r\n", "414"},
                {"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", "400"},
                {"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", "400"},
            }) {
                try (Socket socket = connect(server)) {
                    send(socket, malformed[0]);
                    String answer = answer(socket);
                    String asked = malformed[0].substring(0, Math.min(60, malformed[0].length()));
                    assertThat(answer).as(asked).startsWith("HTTP/1.1 " + malformed[1]);
                    assertThat(answer).as(asked).contains("\"error\"").doesNotContain("Jetty", "Exception", "<html");
                }
            }
            requireAlive(server);
        }
    }

    @Test
    void aHugeBodyIsRefusedBeforeItIsRead() throws Exception {
        ServerSettings settings =
                ServerSettings.DEFAULT.maxImage(10_000, 10_000).clientTimes(LONG, LONG, LONG);
        try (GanServer server = GanServer.start(translator, settings)) {
            String header = "POST /translate HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: image/png\r\n";
            try (Socket socket = connect(server)) {
                send(socket, header + "Content-Length: 99999999999\r\n\r\n");
                assertThat(answer(socket)).startsWith("HTTP/1.1 413").contains("at most 10000 bytes are read");
            }
            try (Socket socket = connect(server)) { // a body of unknown length is cut off at the limit
                send(socket, header + "Transfer-Encoding: chunked\r\n\r\n");
                send(socket, "2711\r\n" + "x".repeat(0x2711) + "\r\n");
                assertThat(answer(socket)).startsWith("HTTP/1.1 413");
            }
            assertThat(Client.of(server)
                            .post("/translate", "image/png", Client.png(8, 8))
                            .statusCode())
                    .isEqualTo(200);
            await(() -> server.memoryLeft() == Runtime.getRuntime().maxMemory() / 2); // after the answer was sent
            assertThat(server.memoryLeft()).isEqualTo(Runtime.getRuntime().maxMemory() / 2);
        }
    }

    /** A client that sends header and body apart would otherwise send its next request to a connection that is closed. */
    @Test
    void aRefusedBodyThatIsShortLeavesTheConnectionOpen() throws Exception {
        String header = "POST /translate HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\n";
        try (GanServer server = GanServer.start(translator, ServerSettings.DEFAULT);
                Socket socket = connect(server)) {
            send(socket, header);
            Thread.sleep(100); // the server has read the header by then
            send(socket, "hello");
            send(socket, "GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            assertThat(answer(socket)).startsWith("HTTP/1.1 415").contains("HTTP/1.1 200");
        }
    }

    @Test
    void aRefusedBodyThatDoesNotComeEndsTheConnectionWhichSaysSo() throws Exception {
        for (String length : List.of("5", "99999999")) {
            try (GanServer server = GanServer.start(translator, ServerSettings.DEFAULT);
                    Socket socket = connect(server)) {
                send(
                        socket,
                        "POST /translate HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: " + length
                                + "\r\n\r\n");
                assertThat(answer(socket)).startsWith("HTTP/1.1 415").contains("Connection: close");
            }
        }
    }

    @Test
    void slowClientsAreCutOffWhileOthersAreServed() throws Exception {
        try (GanServer server =
                GanServer.start(translator, ServerSettings.DEFAULT.room(8, 60).clientTimes(SOME, SOME, SOME))) {
            List<Socket> slow = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                Socket header = connect(server);
                send(header, "POST /translate HTTP/1.1\r\nHost: a\r\nX-Slow: ");
                Socket body = connect(server);
                send(
                        body,
                        "POST /translate HTTP/1.1\r\n"
                                + "Host: a\r\n"
                                + "Content-Type: image/png\r\n"
                                + "Content-Length: 5000\r\n\r\n"
                                + "x");
                slow.add(header);
                slow.add(body);
            }
            await(() -> server.connections() >= 40);
            long begun = System.nanoTime();
            boolean open = true;
            while (open && System.nanoTime() - begun < 8e9) { // a byte now and then does not help
                open = server.connections() > 2;
                for (Socket each : slow) {
                    try {
                        send(each, "x");
                    } catch (IOException closed) {
                        // as it should be
                    }
                }
                assertThat(Client.of(server).get("/health").statusCode()).isEqualTo(200);
                Thread.sleep(50);
            }
            assertThat(open).isFalse();
            assertThat(answer(slow.get(0))).isEmpty();
            assertThat(answer(slow.get(1))).startsWith("HTTP/1.1 408").contains("did not arrive within 1500 ms");
            for (Socket each : slow) {
                each.close();
            }
            await(() -> server.memoryLeft() == Runtime.getRuntime().maxMemory() / 2);
        }
    }

    @Test
    void aClientThatDoesNotReadIsCutOff() throws Exception {
        try (GanServer server = GanServer.start(plain, ServerSettings.DEFAULT.clientTimes(LONG, LONG, SHORT));
                Socket socket = new Socket()) {
            socket.setReceiveBufferSize(1024);
            socket.connect(
                    new InetSocketAddress(server.uri().getHost(), server.uri().getPort()));
            for (int i = 0; i < 10; i++) { // more than the buffers of the system hold
                send(socket, "GET /samples?count=256&seed=1&format=json HTTP/1.1\r\nHost: a\r\n\r\n");
            }
            await(() -> server.connections() == 1);
            await(() -> server.connections() == 0);
            await(() -> server.memoryLeft() == Runtime.getRuntime().maxMemory() / 2);
            requireAlive(server);
        }
    }

    @Test
    void hundredsOfConnectionsLeaveRoomForThoseWithRequests() throws Exception {
        try (GanServer server =
                GanServer.start(plain, ServerSettings.DEFAULT.room(8, 50).clientTimes(LONG, LONG, LONG))) {
            List<Socket> many = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                Socket socket = connect(server);
                send(socket, "GET / HT");
                many.add(socket);
                if (i % 100 == 99) {
                    requireAlive(server);
                }
            }
            await(() -> server.connections() <= 50);
            assertThat(answer(many.get(0))).isEmpty(); // the oldest were closed
            requireAlive(server);
            for (Socket socket : many) {
                socket.close();
            }
        }
    }

    @Test
    void aFullQueueIsSaidAtOnce() throws Exception {
        try (GanServer server = GanServer.start(plain, ServerSettings.DEFAULT.room(2, 50))) {
            Client client = Client.of(server);
            Gate gate = Gate.in(server.queue());
            CompletableFuture<Integer> first = server.queue().alone(() -> 1);
            CompletableFuture<Integer> last = server.queue().alone(() -> 2);
            HttpResponse<byte[]> full = client.get("/samples");
            assertThat(full.statusCode()).isEqualTo(503);
            assertThat(full.headers().firstValue("Retry-After")).contains("1");
            assertThat(error(full)).isEqualTo("too many requests are waiting, 2: try again later");
            assertThat(client.get("/health").statusCode()).isEqualTo(200);
            gate.open();
            assertThat(first.get()).isEqualTo(1);
            assertThat(last.get()).isEqualTo(2);
            requireAlive(server);
        }
    }

    @Test
    void anAddressThatSendsTooMuchIsSlowedDown() throws Exception {
        try (GanServer server = GanServer.start(plain, ServerSettings.DEFAULT.rate(1))) {
            Client client = Client.of(server);
            assertThat(client.get("/").statusCode()).isEqualTo(200);
            client.get("/");
            HttpResponse<byte[]> third = client.get("/");
            for (int i = 0; i < 3 && third.statusCode() == 200; i++) {
                third = client.get("/");
            }
            assertThat(third.statusCode()).isEqualTo(429);
            assertThat(third.headers().firstValue("Retry-After")).contains("1");
            assertThat(error(third)).isEqualTo("more than 1 requests per second come from your address: send fewer");
            assertThat(client.get("/health").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void memoryThatIsNotThereIsNotTaken() {
        MemoryBudget budget = new MemoryBudget(100);
        try (MemoryBudget.Share one = budget.share();
                MemoryBudget.Share other = budget.share()) {
            one.reserve(60);
            one.reserve(10);
            try {
                other.reserve(31);
                throw new AssertionError("31 of 30 bytes were reserved");
            } catch (ProblemException full) {
                assertThat(full.status()).isEqualTo(503);
            }
            other.reserve(30);
        }
        assertThat(budget.left()).isEqualTo(100);
    }
}
