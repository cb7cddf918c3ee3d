package org.gan4j.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gan4j.dsl.Gan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the OpenAPI document of each kind of GAN to what its server does. */
class OpenApiTest {
    static Stream<Supplier<Gan>> gans() {
        return Stream.of(TestGans::plain, TestGans::classes, TestGans::texts, TestGans::vectors, TestGans::translator);
    }

    @ParameterizedTest
    @MethodSource("gans")
    void theDocumentIsWhatTheServerDoes(Supplier<Gan> gans) throws Exception {
        try (Gan gan = gans.get();
                GanServer server = GanServer.start(gan, ServerSettings.DEFAULT.maxCount(9))) {
            Client client = Client.of(server);
            JsonNode document = Client.json(client.get("/openapi.json"));
            assertThat(document.get("openapi").asText()).startsWith("3.0.");
            assertThat(document.get("info").get("title").asText()).isNotEmpty();
            assertThat(document.get("info").get("version").asText()).isNotEmpty();
            requireReferences(document, document);

            List<String> described = new ArrayList<>();
            for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
                for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                    described.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
                    check(client, path.getKey(), operation.getKey(), operation.getValue());
                }
            }
            List<String> operations = new ArrayList<>();
            for (JsonNode each : Client.json(client.get("/")).get("operations")) {
                operations.add(each.asText().substring(0, each.asText().indexOf(':')));
            }
            assertThat(described).containsExactlyElementsOf(operations);
        }
    }

    private static void requireReferences(JsonNode document, JsonNode node) {
        if (node.has("$ref")) {
            assertThat(document.at(node.get("$ref").asText().substring(1)).isMissingNode())
                    .isFalse();
        }
        node.forEach(child -> requireReferences(document, child));
    }

    private static void check(Client client, String path, String method, JsonNode operation) throws Exception {
        assertThat(operation.get("summary").asText()).endsWith(".");
        assertThat(operation.get("responses").has("200")).isTrue();
        operation
                .get("responses")
                .forEach(each -> assertThat(each.get("description").asText()).isNotEmpty());
        if (method.equals("get")) {
            HttpResponse<byte[]> plain = client.get(path);
            assertThat(plain.statusCode()).isEqualTo(200);
            assertThat(operation.get("responses").get("200").get("content").has(Client.type(plain)))
                    .isTrue();
        } else {
            assertThat(method).isEqualTo("post");
            assertThat(operation.get("requestBody").get("content")).isNotEmpty();
            assertThat(client.get(path).statusCode()).isEqualTo(405);
            assertThat(client.post(path, "application/x-unknown", new byte[1]).statusCode())
                    .isEqualTo(415);
        }
        for (JsonNode parameter : operation.get("parameters")) {
            assertThat(parameter.get("in").asText()).isEqualTo("query");
            assertThat(parameter.get("description").asText()).endsWith(".");
            for (String value : valuesOutside(parameter.get("schema"))) {
                String query = path + "?" + parameter.get("name").asText() + "=" + value;
                HttpResponse<byte[]> refused =
                        method.equals("get") ? client.get(query) : client.post(query, "text/plain", new byte[] {'a'});
                assertThat(refused.statusCode()).as(query).isEqualTo(400);
            }
        }
    }

    private static List<String> valuesOutside(JsonNode schema) {
        List<String> outside = new ArrayList<>();
        boolean text = schema.get("type").asText().equals("string");
        if (!text || schema.has("enum")) {
            outside.add("neither");
        }
        if (schema.has("maximum") && schema.get("maximum").asLong() < Long.MAX_VALUE) {
            outside.add(Long.toString(schema.get("maximum").asLong() + 1));
        }
        if (schema.has("minimum") && schema.get("minimum").asLong() > Long.MIN_VALUE) {
            outside.add(Long.toString(schema.get("minimum").asLong() - 1));
        }
        return outside;
    }
}
