package org.gan4j.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.inference.SampleRequest;
import org.gan4j.dsl.inference.Samples;
import org.junit.jupiter.api.Test;

/** Many clients at a time: each gets what it would get alone. */
class ConcurrencyTest {
    private static final int CLIENTS = 8;

    private static void everyClient(Callable<Void> work) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<Void>> all = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                all.add(clients.submit(work));
            }
            for (Future<Void> each : all) {
                each.get();
            }
        } finally {
            clients.shutdownNow();
        }
    }

    @Test
    void eightClientsGetTheBytesThatOneGets() throws Exception {
        try (Gan gan = TestGans.plainOnNd4j();
                GanServer server = GanServer.start(gan, ServerSettings.DEFAULT)) {
            Client client = Client.of(server);
            Map<String, byte[]> alone = new HashMap<>();
            for (int seed = 0; seed < 6; seed++) {
                for (String rest : List.of("&count=1", "&count=3&format=npy", "&count=17&format=json")) {
                    String path = "/samples?seed=" + seed + rest;
                    alone.put(path, client.get(path).body());
                }
            }
            everyClient(() -> {
                for (Map.Entry<String, byte[]> each : alone.entrySet()) {
                    client.get("/samples?count=2"); // computed together with those of other clients
                    HttpResponse<byte[]> response = client.get(each.getKey());
                    assertThat(response.statusCode()).isEqualTo(200);
                    assertThat(response.body()).as(each.getKey()).isEqualTo(each.getValue());
                }
                return null;
            });
        }
    }

    @Test
    void requestsThatWaitAreComputedTogether() throws Exception {
        try (Gan gan = TestGans.plainOnNd4j();
                WorkQueue queue = new WorkQueue(gan, 100)) {
            Gate gate = Gate.in(queue);
            List<CompletableFuture<Samples>> waiting = new ArrayList<>();
            for (int seed = 0; seed < 70; seed++) { // more than are computed at a time
                waiting.add(queue.together(SampleRequest.of(1 + seed % 3).seed(seed)));
            }
            gate.open();
            for (int seed = 0; seed < 70; seed++) {
                float[] expected = gan.sample(SampleRequest.of(1 + seed % 3).seed(seed))
                        .data()
                        .toFloats();
                assertThat(waiting.get(seed).get().data().toFloats()).containsExactly(expected, within(1e-5f));
            }
        }
    }

    @Test
    void samplesWithoutASeedAreThoseOfTheSeedThatTheyName() throws Exception {
        try (Gan gan = TestGans.plainOnNd4j();
                GanServer server = GanServer.start(gan, ServerSettings.DEFAULT)) {
            Client client = Client.of(server);
            everyClient(() -> {
                for (int i = 0; i < 5; i++) {
                    JsonNode json = Client.json(client.get("/samples?count=2&format=json"));
                    float[] expected = gan.sample(
                                    SampleRequest.of(2).seed(json.get("seed").asLong()))
                            .data()
                            .toFloats();
                    for (int k = 0; k < expected.length; k++) {
                        assertThat((float) json.get("data").get(k).asDouble()).isCloseTo(expected[k], within(1e-5f));
                    }
                }
                return null;
            });
        }
    }

    @Test
    void thousandsOfRequestsTakeNoMoreMemory() throws Exception {
        try (Gan gan = TestGans.vectors();
                GanServer server = GanServer.start(gan, ServerSettings.DEFAULT)) {
            Client client = Client.of(server);
            requests(client, 25);
            long before = used();
            requests(client, 130);
            assertThat(used() - before).isLessThan(8 << 20);
            assertThat(server.memoryLeft()).isEqualTo(Runtime.getRuntime().maxMemory() / 2);
        }
    }

    private static void requests(Client client, int each) throws Exception {
        everyClient(() -> {
            for (int i = 0; i < each; i++) {
                assertThat(client.get("/samples?count=8&format=npy").statusCode())
                        .isEqualTo(200);
                client.get("/nothing");
            }
            return null;
        });
    }

    private static long used() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(50);
            least = Math.min(
                    least,
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return least;
    }

    @Test
    void stoppingLetsRunningRequestsEndAndRefusesNewOnes() throws Exception {
        try (Gan gan = TestGans.plain();
                GanServer server = GanServer.start(gan, ServerSettings.DEFAULT)) {
            Client client = Client.of(server);
            Gate gate = Gate.in(server.queue());
            ExecutorService others = Executors.newFixedThreadPool(2);
            try {
                Future<HttpResponse<byte[]>> running = others.submit(() -> client.get("/samples?seed=1"));
                while (server.running() == 0) {
                    Thread.sleep(5);
                }
                Future<?> stopping = others.submit(server::close);
                HttpResponse<byte[]> late = client.get("/health");
                while (late.statusCode() == 200) {
                    late = client.get("/health");
                }
                assertThat(late.statusCode()).isEqualTo(503);
                assertThat(Client.error(late)).contains("is stopping");
                assertThat(stopping.isDone()).isFalse();
                gate.open();
                assertThat(running.get().statusCode()).isEqualTo(200);
                stopping.get();
            } finally {
                others.shutdownNow();
            }
        }
    }

    @Test
    void stoppingEndsAfterItsTimeWhateverRuns() throws Exception {
        try (Gan gan = TestGans.plain()) {
            GanServer server = GanServer.start(gan, ServerSettings.DEFAULT.stopTime(Duration.ofMillis(300)));
            Gate gate = Gate.in(server.queue());
            ExecutorService others = Executors.newSingleThreadExecutor();
            try {
                Future<HttpResponse<byte[]>> running =
                        others.submit(() -> Client.of(server).get("/samples?seed=1"));
                while (server.running() == 0) {
                    Thread.sleep(5);
                }
                long begun = System.nanoTime();
                server.close();
                assertThat(System.nanoTime() - begun).isBetween(250_000_000L, 5_000_000_000L);
                assertThat(running.get().statusCode()).isEqualTo(503); // it was still waiting
                assertThat(Client.error(running.get())).contains("is stopping");
            } finally {
                others.shutdownNow();
                gate.open();
            }
        }
    }
}
