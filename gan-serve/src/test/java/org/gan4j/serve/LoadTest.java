package org.gan4j.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.losses.LossPresets.NON_SATURATING;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.data.FashionMnist;
import org.gan4j.data.images.ImageGrid;
import org.gan4j.data.images.PngFiles;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.inference.SampleRequest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Measures a server under load: {@code mvn -Pload verify -Dload.seconds=N -pl gan-serve -am} for N seconds per row of the
 * table, with {@code -Dload.minutes=M} also 64 clients for M minutes, with {@code -Dload.run=RUN} the GAN of a run. The clients
 * run on the same processors.
 */
@Tag("load")
@EnabledIfSystemProperty(named = "load.seconds", matches = "\\d+")
class LoadTest {
    private static final int[] CLIENTS = {1, 8, 64};
    private static final int CONNECTIONS = 5000;

    private final AtomicLong seeds = new AtomicLong();

    /** One request; its result is checked by itself. */
    @FunctionalInterface
    private interface Call {
        void once() throws Exception;
    }

    private static Gan gan() {
        String run = System.getProperty("load.run");
        return run != null
                ? Gan.load(Path.of(run))
                : Gan.builder()
                        .generator(Dcgan.generator().latent(100))
                        .critic(Dcgan.critic())
                        .loss(NON_SATURATING)
                        .data(FashionMnist.embedded())
                        .build();
    }

    @Test
    void aServerAnswersFasterThanALoop() throws Exception {
        int seconds = Integer.getInteger("load.seconds");
        try (Gan gan = gan();
                GanServer server = GanServer.start(gan, ServerSettings.DEFAULT)) {
            Client client = Client.of(server);
            Call loop = () -> PngFiles.bytes(ImageGrid.single(
                    gan.sample(SampleRequest.of(1).seed(seeds.incrementAndGet()))
                            .data(),
                    0));
            Call plain = () -> requireOk(client.get("/samples"));
            Call seeded = () -> requireOk(client.get("/samples?seed=" + seeds.incrementAndGet()));
            System.out.println("| requests of one image | clients | p50, ms | p99, ms | images/s |");
            System.out.println("|---|---|---|---|---|");
            measure("`gan.sample` in a loop", loop, 1, seconds);
            for (int clients : CLIENTS) {
                measure("`/samples`", plain, clients, seconds);
            }
            for (int clients : CLIENTS) {
                measure("`/samples?seed=N`", seeded, clients, seconds);
            }
            if (Integer.getInteger("load.minutes") != null) {
                endure(plain, Integer.getInteger("load.minutes"));
            }
        }
    }

    private static void requireOk(HttpResponse<byte[]> response) {
        assertThat(response.statusCode()).isEqualTo(200);
    }

    private static void measure(String name, Call call, int clients, int seconds) throws Exception {
        times(call, clients, TimeUnit.SECONDS.toNanos(1)); // warms up
        long[] times = times(call, clients, TimeUnit.SECONDS.toNanos(seconds));
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.1f | %.1f | %.0f |%n",
                name,
                clients,
                times[times.length / 2] / 1e6,
                times[(int) (times.length * 0.99)] / 1e6,
                times.length / (double) seconds);
    }

    /** Returns the time of each call, sorted. */
    private static long[] times(Call call, int clients, long nanos) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        long end = System.nanoTime() + nanos;
        try {
            List<Future<List<Long>>> each = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                each.add(threads.submit(() -> {
                    List<Long> mine = new ArrayList<>();
                    do {
                        long begun = System.nanoTime();
                        call.once();
                        mine.add(System.nanoTime() - begun);
                    } while (System.nanoTime() < end);
                    return mine;
                }));
            }
            List<Long> all = new ArrayList<>();
            for (Future<List<Long>> mine : each) {
                all.addAll(mine.get());
            }
            long[] sorted = all.stream().mapToLong(Long::longValue).toArray();
            Arrays.sort(sorted);
            return sorted;
        } finally {
            threads.shutdownNow();
        }
    }

    private static void endure(Call call, int minutes) throws Exception {
        for (int minute = 1; minute <= minutes; minute++) {
            long[] times = times(call, CLIENTS[CLIENTS.length - 1], TimeUnit.MINUTES.toNanos(1));
            System.gc();
            long used =
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
            System.out.printf(
                    Locale.ROOT,
                    "minute %d: %d requests, p50 %.1f ms, p99 %.1f ms, heap %d MB, process %d MB%n",
                    minute,
                    times.length,
                    times[times.length / 2] / 1e6,
                    times[(int) (times.length * 0.99)] / 1e6,
                    used >> 20,
                    residentKilobytes() >> 10);
        }
    }

    /** Returns the memory of this process, native memory included. */
    private static long residentKilobytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    /** Half of them send the beginning of a request, the others nothing. */
    @Test
    void thousandsOfConnectionsLeaveRoomForRequests() throws Exception {
        List<Socket> open = new ArrayList<>();
        try (Gan gan = gan();
                GanServer server = GanServer.start(gan, ServerSettings.DEFAULT)) {
            long before = residentKilobytes();
            for (int i = 0; i < CONNECTIONS; i++) {
                Socket socket = new Socket(server.uri().getHost(), server.uri().getPort());
                open.add(socket);
                if (i % 2 == 0) {
                    socket.getOutputStream().write("GET / HT".getBytes(StandardCharsets.US_ASCII));
                }
                if (i % 500 == 499) {
                    requireOk(Client.of(server).get("/samples"));
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "%d connections opened, %d left, process %+d MB%n",
                    CONNECTIONS,
                    server.connections(),
                    (residentKilobytes() - before) >> 10);
            assertThat(server.connections()).isLessThanOrEqualTo(ServerSettings.DEFAULT.connections());
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
    }
}
