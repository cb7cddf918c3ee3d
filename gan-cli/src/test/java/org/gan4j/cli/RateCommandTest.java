package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.cli.Ran.gan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of studies by the command: the page, its key, and the summary of ratings. */
class RateCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PAGE =
            Pattern.compile("<script type=\"application/json\" id=\"study\">(.*?)</script>", Pattern.DOTALL);

    @TempDir
    private static Path trained;

    @TempDir
    private Path folder;

    @BeforeAll
    static void train() {
        for (String name : List.of("dim", "bright")) {
            assertThat(gan("train", "tiny", "--steps", 1, "--out", trained.resolve(name))
                            .code())
                    .isZero();
        }
    }

    private Path study(Object... options) {
        Path page = folder.resolve("study.html");
        List<Object> words = new ArrayList<>(
                List.of("rate", trained.resolve("dim"), trained.resolve("bright"), "--count", 6, "--out", page));
        words.addAll(List.of(options));
        assertThat(gan(words.toArray())).returns(0, Ran::code).returns("", Ran::err);
        return page;
    }

    private static JsonNode shown(Path page) throws IOException {
        Matcher found = PAGE.matcher(Files.readString(page));
        assertThat(found.find()).isTrue();
        return JSON.readTree(found.group(1));
    }

    private JsonNode key() throws IOException {
        return JSON.readTree(folder.resolve("study.key.json").toFile());
    }

    @Test
    void thePageHasEachItemAndTheKeyItsOrigin() throws IOException {
        Path page = study("--controls", 4);
        JsonNode items = shown(page).path("items");
        Map<String, Integer> roles = new TreeMap<>();
        for (JsonNode item : items) {
            JsonNode origin = key().path("items").path(item.path("id").asText());
            roles.merge(origin.path("role").asText() + " " + origin.path("run").asText(), 1, Integer::sum);
        }
        assertThat(roles)
                .isEqualTo(Map.of(
                        "sample " + trained.resolve("dim"),
                        6,
                        "sample " + trained.resolve("bright"),
                        6,
                        "real ",
                        6,
                        "repeat ",
                        2,
                        "noise ",
                        2));
        assertThat(items).hasSize(6 + 6 + 6 + 4);
    }

    @Test
    void nothingOnThePageTellsWhereAnItemComesFrom() throws IOException {
        Path page = study();
        String source = Files.readString(page);
        assertThat(source)
                .doesNotContain(
                        "dim",
                        "bright",
                        trained.toString(),
                        key().path("secret").asText());
        List<String> ids = new ArrayList<>();
        Set<String> fields = new HashSet<>();
        for (JsonNode item : shown(page).path("items")) {
            ids.add(item.path("id").asText());
            item.fieldNames().forEachRemaining(fields::add);
        }
        assertThat(fields).containsExactlyInAnyOrder("id", "medium", "src");
        assertThat(ids).isSorted().doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-f]{16}"));
    }

    @Test
    void imagesCarryNoMetadata() throws IOException {
        for (JsonNode item : shown(study()).path("items")) {
            assertThat(chunks(item.path("src").asText())).isSubsetOf("IHDR", "IDAT", "IEND");
        }
    }

    private static Set<String> chunks(String uri) {
        byte[] png = Base64.getDecoder().decode(uri.replace("data:image/png;base64,", ""));
        Set<String> names = new HashSet<>();
        for (int at = 8; at < png.length; ) {
            int length = ByteBuffer.wrap(png, at, 4).getInt();
            names.add(new String(png, at + 4, 4, StandardCharsets.ISO_8859_1));
            at += 12 + length;
        }
        return names;
    }

    @Test
    void thePageRequestsNothing() throws IOException {
        String source = Files.readString(study());
        assertThat(source).contains("default-src 'none'").doesNotContain("http://", "https://", "@import", "url(");
    }

    @Test
    void twoStudiesOfOneSeedHaveDifferentIds() throws IOException {
        study("--seed", 3);
        String first = key().path("study").asText();
        Path other = folder.resolve("other.html");
        gan("rate", trained.resolve("dim"), "--seed", 3, "--out", other);
        assertThat(shown(other).path("study").asText()).isNotEqualTo(first);
    }

    /** Writes the ratings of a rater, who rates each item by its role, and a repeated item as the first time. */
    private Path rated(String rater, ToIntFunction<String> rating) throws IOException {
        StringBuilder ratings = new StringBuilder();
        boolean choice = key().path("kind").asText().equals("real-or-fake");
        JsonNode items = key().path("items");
        items.properties().forEach(item -> {
            JsonNode own = item.getValue();
            JsonNode origin = own.path("role").asText().equals("repeat")
                    ? items.path(own.path("of").asText())
                    : own;
            int value = rating.applyAsInt(
                    origin.path("role").asText() + " " + origin.path("run").asText());
            ratings.append(String.format(
                    Locale.ROOT,
                    "%s{\"id\": \"%s\", \"value\": %s}",
                    ratings.isEmpty() ? "" : ", ",
                    item.getKey(),
                    choice ? (value == 1 ? "\"real\"" : "\"fake\"") : String.valueOf(value)));
        });
        return Files.writeString(
                folder.resolve("ratings-" + rater + ".json"),
                String.format(
                        "{\"study\": \"%s\", \"rater\": \"%s\", \"ratings\": [%s]}",
                        key().path("study").asText(), rater, ratings));
    }

    @Test
    void aSummaryComparesRunsWithEachOtherAndWithRealImages() throws IOException {
        study("--controls", 4);
        Path anna = rated("anna", role -> role.startsWith("sample") ? (role.endsWith("dim") ? 2 : 4) : rating(role));
        Path bert = rated("bert", role -> role.startsWith("sample") ? (role.endsWith("dim") ? 1 : 4) : rating(role));
        Ran ran = gan("rate", "--summarize", anna, bert);
        assertThat(ran).returns(0, Ran::code).returns("", Ran::err);
        assertThat(ran.out().replaceAll(" +", " ").replace(trained + "/", ""))
                .contains("quality, 2 raters")
                .contains("| real images | 6 | 12 | 5.00 | 5.00 to 5.00 |")
                .contains("| dim | 6 | 12 | 1.50 |")
                .contains("| bright | 6 | 12 | 4.00 | 4.00 to 4.00 |")
                .contains("| dim − bright | -2.50 |");
    }

    private static int rating(String role) {
        return role.startsWith("noise") ? 1 : 5;
    }
}
