package org.gan4j.cli.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gan4j.testkit.fuzzing.Fuzzing;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read is checked, too: ratings are of items of the study, and within the range of its question. */
@Tag("fuzz")
class RatingsFuzzTest {
    private static final RatingKey KEY = new RatingKey(
            "s1",
            RatingKind.QUALITY.yamlName(),
            "secret",
            List.of("dcgan"),
            Map.of(
                    "a1", new Origin.Sample("dcgan", 100, 0),
                    "b2", new Origin.Real(3),
                    "c3", new Origin.Repeat("a1"),
                    "d4", new Origin.Noise("b2")));

    @TempDir
    Path folder;

    @Test
    void damagedRatingsAreReadOrRefused() {
        Fuzzing.of(folder.resolve("ratings-s1-anna.json"), RatingsFuzzTest::read, IllegalArgumentException.class)
                .seeds("""
                        {
                         "study": "s1",
                         "kind": "quality",
                         "rater": "anna",
                         "started": "2026-01-01T00:00:00Z",
                         "ended": "2026-01-01T00:10:00Z",
                         "ratings": [
                          {"id": "a1", "value": 4, "seconds": 2.5},
                          {"id": "b2", "value": 1, "seconds": 0}
                         ]
                        }
                        """, """
                        {"study": "s1", "rater": "bo", "ratings": [{"id": "c3", "value": "5"}, {"id": "d4", "value": "2"}]}
                        """)
                .tokens(words("\"ratings\":", "\"value\":", "\"id\":", "\"a1\"", "\"kind\":", "\"rater\":", "\"real\""))
                .report("ratings", 1000);
    }

    @Test
    void damagedKeysAreReadOrRefused() {
        Fuzzing.of(
                        folder.resolve("s1" + RatingKey.EXTENSION),
                        file -> assertThat(RatingKey.read(file).items()).isNotNull(),
                        IllegalArgumentException.class)
                .seeds(KEY.text())
                .tokens(words(
                        "\"role\":", "\"noise\"", "\"sample\"", "\"of\":", "\"items\":", "\"runs\":", "\"step\":"))
                .report("keys of ratings", 1000);
    }

    private static void read(Path file) {
        Ratings ratings = RatingFile.read(file).of(KEY);
        assertThat(ratings.rater()).isNotBlank();
        assertThat(KEY.items().keySet()).containsAll(ratings.values().keySet());
        assertThat(ratings.values().values()).allMatch(value -> value >= 1 && value <= 5);
    }

    private static String[] words(String... own) {
        List<String> all = new ArrayList<>(List.of(own));
        all.addAll(List.of(
                "{",
                "}",
                "[",
                "]",
                "[[[[[[[[[[",
                "\"",
                "\\",
                ":",
                ",",
                "\n",
                "null",
                "true",
                "{}",
                "[]",
                "\"\"",
                "1e999",
                "\"\\u0000\"",
                "\\ud800",
                "\ufeff",
                "\u0000"));
        return all.toArray(String[]::new);
    }
}
