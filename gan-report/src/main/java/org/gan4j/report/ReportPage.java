package org.gan4j.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.gan4j.tensor.io.AtomicFile;

/** The page of a run. It needs no network, and shows the same in every browser of the last years, also on a phone. */
public final class ReportPage {
    private static final int IMAGE_BYTES = 2_200_000;

    private ReportPage() {}

    /** Returns the page of a run as one HTML file, with the samples in it. */
    public static String html(RunReport run) {
        Map<SampleImage, String> samples = new EmbeddedSamples(IMAGE_BYTES).of(run.samples());
        JsonNode data = ReportJson.of(run, new ArrayList<>(samples.keySet()), samples::get);
        return PageTemplate.filled(ReportPage.class, "report.html", data);
    }

    /**
     * Returns the page of a run that asks its server what is new.
     *
     * @param token what the page sends to pause and stop training; empty for a page that can only look
     */
    public static String live(Optional<String> token) {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("live", true);
        token.ifPresent(text -> data.put("token", text));
        return PageTemplate.filled(ReportPage.class, "report.html", data);
    }

    /**
     * Writes the page of a run.
     *
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public static void write(RunReport run, Path file) {
        AtomicFile.write(file, html(run));
    }
}
