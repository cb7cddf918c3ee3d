package org.gan4j.data.folder;

import java.nio.file.Path;
import org.gan4j.testkit.fuzzing.Fuzzing;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("fuzz")
class CaptionsFuzzTest {
    @TempDir
    Path folder;

    @Test
    void damagedCaptionsInJsonAreReadOrRefused() {
        report(
                "captions.jsonl",
                "{\"file\": \"hearts/1.png\", \"caption\": \"a red heart\"}\n"
                        + "{\"file\": \"a.jpg\", \"caption\": \"a\"}\n");
    }

    @Test
    void damagedCaptionsInTablesAreReadOrRefused() {
        report("captions.csv", "file,caption\nhearts/1.png,a red heart\ncat.jpg,\"a cat, asleep\"\n");
    }

    private void report(String name, String seed) {
        Fuzzing.of(folder.resolve(name), file -> CaptionFile.in(file.getParent()), IllegalArgumentException.class)
                .seeds(seed)
                .tokens(
                        "{",
                        "}",
                        "[",
                        "[[[[[[[[",
                        "\"",
                        "\"file\":",
                        "\"caption\":",
                        "../../x.png",
                        "/etc/passwd",
                        ",",
                        ":",
                        "\n",
                        "\r",
                        "\\u0000",
                        "\\ud800",
                        "null",
                        "1e999",
                        "\ufeff",
                        "file",
                        "caption")
                .report(name, 1000);
    }
}
