package org.gan4j.cli.verification;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gan4j.data.images.PngText;
import org.gan4j.data.images.PngTextReader;
import org.gan4j.data.photos.Photo;
import org.gan4j.provenance.Provenance;
import org.gan4j.provenance.watermark.Watermark;
import org.gan4j.provenance.watermark.WatermarkMatch;
import org.gan4j.training.RunDirectory;

/**
 * What an image says about its origin.
 *
 * @param name the name to show
 * @param provenance what its text says, if that is of this project
 * @param declared the IPTC's digital source type, if its text says that a model made or edited the image
 * @param run the comparison with a run, if one was asked for
 * @param watermark the match of a watermark, if one was asked for
 */
public record VerifiedImage(
        String name,
        Optional<Provenance> provenance,
        Optional<Provenance.Kind> declared,
        Optional<RunMatch> run,
        Optional<WatermarkMatch> watermark) {
    /**
     * Reads an image.
     *
     * @throws IllegalArgumentException if it is no image, or the checkpoint of the run is damaged
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public static VerifiedImage of(String name, Path file, Optional<RunDirectory> run, Optional<Watermark> watermark) {
        Photo photo = Photo.read(file);
        PngText text = PngTextReader.read(file);
        Optional<Provenance> provenance = Provenance.in(text);
        return new VerifiedImage(
                name,
                provenance,
                Provenance.declaredKind(text),
                run.map(directory -> RunMatch.of(provenance, directory)),
                watermark.map(mark -> mark.detect(photo)));
    }

    /** Returns whether all that was asked for holds; if nothing was, whether the text says that the image is synthetic. */
    public boolean holds() {
        if (run.isEmpty() && watermark.isEmpty()) {
            return saysSynthetic();
        }
        return run.map(RunMatch::agrees).orElse(true)
                && watermark.map(WatermarkMatch::present).orElse(true);
    }

    private boolean saysSynthetic() {
        return provenance.isPresent() || declared.isPresent();
    }

    /** Returns the lines to print. */
    public String text() {
        List<String> lines = new ArrayList<>();
        boolean marked = watermark.map(WatermarkMatch::present).orElse(false);
        lines.add(printable(name) + ": "
                + (saysSynthetic()
                        ? "its text says that it is synthetic"
                        : marked
                                ? "it has the watermark, and no text"
                                : "nothing says that it is synthetic, which does not mean that it is real"));
        provenance.ifPresentOrElse(
                said -> lines.add("  " + printable(said.software() + ": " + details(said))),
                () -> declared.ifPresent(kind -> lines.add("  digital source type " + kind.uri())));
        run.ifPresent(match -> lines.add("  " + match.why()));
        watermark.ifPresent(match -> lines.add("  " + match));
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    private static String details(Provenance said) {
        return said.kind().name().toLowerCase(Locale.ROOT) + " by a GAN, application " + said.application()
                + said.run().map(name -> ", run " + name).orElse("")
                + (said.step().isPresent() ? ", step " + said.step().getAsInt() : "")
                + (said.seed().isPresent() ? ", seed " + said.seed().getAsLong() : "")
                + said.weights()
                        .map(used -> ", weights " + used.name().toLowerCase(Locale.ROOT))
                        .orElse("")
                + said.checkpoint().map(digest -> ", checkpoint " + digest).orElse("");
    }

    /** Returns a text without control characters, which could change what a terminal shows. */
    private static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\u2028\u2029]+", " ");
    }

    /** Returns all of it as JSON. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("image", name);
        json.put("holds", holds());
        json.put("synthetic", saysSynthetic());
        provenance.ifPresent(said -> {
            ObjectNode text = json.putObject("text");
            text.put("software", said.software());
            text.put("kind", said.kind().name().toLowerCase(Locale.ROOT));
            text.put("application", said.application());
            said.run().ifPresent(run -> text.put("run", run));
            said.checkpoint().ifPresent(digest -> text.put("checkpoint", digest));
            said.step().ifPresent(step -> text.put("step", step));
            said.seed().ifPresent(seed -> text.put("seed", seed));
            said.weights().ifPresent(used -> text.put("weights", used.name().toLowerCase(Locale.ROOT)));
        });
        declared.ifPresent(kind -> json.put("digital-source-type", kind.uri()));
        run.ifPresent(
                match -> json.putObject("run").put("agrees", match.agrees()).put("why", match.why()));
        watermark.ifPresent(match -> json.putObject("watermark")
                .put("present", match.present())
                .put("score", match.score())
                .put("false-positive-rate", match.falsePositiveRate()));
        return json;
    }
}
