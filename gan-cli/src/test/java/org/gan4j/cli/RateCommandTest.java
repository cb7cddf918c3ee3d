package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.api.training.TrainingLength.steps;
import static org.gan4j.cli.Ran.gan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
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
import javax.imageio.ImageIO;
import org.gan4j.api.text.BagOfWords;
import org.gan4j.apps.conditional.Conditional;
import org.gan4j.apps.texttoimage.TextConditional;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.data.FashionMnist;
import org.gan4j.data.folder.CaptionedImages;
import org.gan4j.dsl.Gan;
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

    @Test
    void ratingsThatAreIncompleteAreNotedAndThoseOfAnotherKindRefused() throws IOException {
        study("--controls", 0);
        String real = key().path("items").fieldNames().next();
        Path few = Files.writeString(folder.resolve("ratings-few.json"), """
                {"study": "%s", "kind": "quality", "rater": "few", "ratings": [{"id": "%s", "value": "4"}]}
                """.formatted(
                        key().path("study").asText(), real));
        assertThat(gan("rate", "--summarize", few).out())
                .endsWith("note: few rated 1 of " + key().path("items").size() + " items\n");
        Path other = Files.writeString(
                folder.resolve("ratings-other.json"), Files.readString(few).replace("quality", "relevance"));
        assertThat(gan("rate", "--summarize", other).err())
                .startsWith("gan: " + other + " has answers of the kind relevance, and the study ")
                .endsWith(" asks for quality: take the file as the page saved it\n");
    }

    @Test
    void raterWhoFailsTheControlsIsNamedAndLeftOut() throws IOException {
        study("--controls", 4);
        Path anna = rated("anna", RateCommandTest::rating);
        Path careless = rated("careless", role -> 3);
        assertThat(gan("rate", "--summarize", anna, careless).out())
                .contains("quality, 1 rater\n")
                .contains("left out: careless rated noise no lower than a real image in 2 of 2 pairs\n")
                .contains("with one rater");
    }

    @Test
    void halfOfTheImagesAreRealIfTheQuestionIsWhatIsReal() throws IOException {
        study("--kind", "real-or-fake", "--controls", 3);
        Path anna = rated("anna", role -> role.startsWith("real") ? 1 : 0);
        Path bert = rated("bert", role -> role.startsWith("real") || role.endsWith("bright") ? 1 : 0);
        Path gullible = rated("gullible", role -> 1);
        Path json = folder.resolve("numbers.json");
        assertThat(gan("rate", "--summarize", anna, bert, gullible, "--json", json)
                        .out()
                        .replaceAll(" +", " ")
                        .replace(trained + "/", ""))
                .contains("real-or-fake, 2 raters")
                .contains("| real images | 12 | 24 | 100.0 % | 86.2 % to 100.0 % |")
                .contains("| dim | 6 | 12 | 0.0 % | 0.0 % to 24.2 % | 0.0 % |")
                .contains("| bright | 6 | 12 | 50.0 % |")
                .contains("| by chance | | | 50.0 % | | 50.0 % | |")
                .contains("| dim − bright | -50.0 % |")
                .contains("alpha 0.48 (nominal)")
                .contains("left out: gullible judged 3 of 3 images of noise real");
        JsonNode numbers = JSON.readTree(json.toFile());
        assertThat(numbers.at("/errors/1/value").asDouble())
                .as("half of a half of the fakes, and no real image")
                .isEqualTo(0.25);
        assertThat(numbers.at("/left-out/gullible").asText()).startsWith("judged");
        assertThat(numbers.path("raters")).hasSize(2);
    }

    @Test
    void aSampleIsRatedUnderItsClass() throws IOException {
        Path run = conditional();
        Path page = folder.resolve("relevance.html");
        assertThat(gan("rate", run, "--kind", "relevance", "--count", 4, "--out", page))
                .returns(0, Ran::code);
        JsonNode items =
                JSON.readTree(folder.resolve("relevance.key.json").toFile()).path("items");
        Map<String, List<String>> texts = new TreeMap<>();
        for (JsonNode item : shown(page).path("items")) {
            texts.computeIfAbsent(
                            items.path(item.path("id").asText()).path("role").asText(), any -> new ArrayList<>())
                    .add(item.path("text").asText());
        }
        assertThat(texts.get("sample"))
                .as("runs are asked for what the real images show")
                .containsExactlyInAnyOrderElementsOf(texts.get("real"));
        assertThat(FashionMnist.CLASSES).containsAll(texts.get("real"));
    }

    private Path conditional() {
        Path run = folder.resolve("conditional");
        try (Gan gan = Ran.tiny()
                .application(Conditional.projection())
                .runDirectory(run)
                .build()) {
            gan.train(steps(1));
        }
        return run;
    }

    /** Writes images, all different, with captions or without. */
    private Path images(String name, int size, int type, boolean captions) throws IOException {
        Path images = Files.createDirectory(folder.resolve(name));
        StringBuilder lines = new StringBuilder("file,caption\n");
        for (int i = 0; i < 6; i++) {
            BufferedImage image = new BufferedImage(size, size, type);
            for (int at = 0; at < size * size; at++) {
                image.setRGB(at % size, at / size, 0x200A05 * (i + at % size % 2));
            }
            ImageIO.write(image, "png", images.resolve(i + ".png").toFile());
            lines.append(i).append(".png,shade ").append(i).append('\n');
        }
        if (captions) {
            Files.writeString(images.resolve("captions.csv"), lines);
        }
        return images;
    }

    @Test
    void aSampleIsRatedUnderItsCaption() throws IOException {
        Path run = folder.resolve("texts");
        Path images = images("captioned", 8, BufferedImage.TYPE_BYTE_GRAY, true);
        try (Gan gan = Gan.builder()
                .application(new TextConditional(new BagOfWords(16), 4, 0.5, true))
                .data(CaptionedImages.of(images, 8))
                .generator(Dcgan.generator().latent(4).width(2))
                .critic(Dcgan.critic().width(2))
                .batchSize(4)
                .engine("reference")
                .runDirectory(run)
                .build()) {
            gan.train(steps(1));
        }
        Path page = folder.resolve("captions.html");
        assertThat(gan("rate", run, "--kind", "relevance", "--count", 3, "--controls", 0, "--out", page))
                .returns("", Ran::err);
        assertThat(shown(page).path("items"))
                .allMatch(item -> item.path("text").asText().matches("shade [0-5]"));
        Path quality = folder.resolve("quality.html");
        assertThat(gan("rate", run, "--count", 3, "--out", quality)).returns(0, Ran::code);
        assertThat(shown(quality).path("items")).noneMatch(item -> item.has("text"));
        Path bare = images("bare", 8, BufferedImage.TYPE_BYTE_GRAY, false);
        assertThat(gan("rate", run, "--data", bare, "--size", 8, "--count", 3, "--out", folder.resolve("no.html"))
                        .err())
                .startsWith("gan: " + run + ": the data image-folder (path " + bare)
                .endsWith("have no captions, which say what its samples should show: name data with --data that have"
                        + " captions\n");
    }

    @Test
    void dataWithoutLabelsCannotSayWhatSamplesShow() throws IOException {
        Path bare = images("bare", 28, BufferedImage.TYPE_BYTE_GRAY, false);
        Ran ran = gan(
                "rate",
                conditional(),
                "--kind",
                "relevance",
                "--data",
                bare,
                "--size",
                28,
                "--count",
                2,
                "--out",
                folder.resolve("no.html"));
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("have no labels").hasLineCount(1);
        assertThat(folder.resolve("no.html")).doesNotExist();
        assertThat(folder.resolve("no.key.json")).doesNotExist();
    }

    @Test
    void grayAndColorCannotBeMixed() throws IOException {
        Path color = folder.resolve("color");
        Path red = images("red", 28, BufferedImage.TYPE_INT_RGB, false);
        assertThat(gan("train", "tiny", "--steps", 1, "--data", red, "--size", 28, "--out", color)
                        .code())
                .isZero();
        Path page = folder.resolve("no.html");
        assertThat(gan("rate", trained.resolve("dim"), color, "--count", 2, "--out", page)
                        .err())
                .isEqualTo("gan: " + trained.resolve("dim") + " and " + color
                        + " were trained on different data: name the data of the real images with --data\n");
        assertThat(gan("rate", trained.resolve("dim"), color, "--data", "fashion-mnist", "--count", 2, "--out", page)
                        .err())
                .isEqualTo("gan: " + trained.resolve("dim") + " generates images of 28×28 pixels in gray, and " + color
                        + " of 28×28 pixels in color, so raters would know which is which: rate runs of one size, all in"
                        + " gray or all in color\n");
    }

    @Test
    void aRunThatTranslatesHasNoSamples() throws IOException {
        Path experiment = Files.writeString(folder.resolve("translation.yaml"), """
                application: {name: cyclegan, pool: 3}
                generator: {name: resnet-translator, width: 2, blocks: 1}
                critic: {name: patch, layers: 1, width: 2, normalization: INSTANCE}
                loss: lsgan
                data:
                  name: unpaired
                  data: {name: emoji}
                  other: {name: emoji}
                batch-size: 2
                steps: 1
                engine: reference
                """);
        Path sets = Files.createDirectory(folder.resolve("sets"));
        Files.move(images("a", 16, BufferedImage.TYPE_INT_RGB, false), sets.resolve("A"));
        Files.move(images("b", 16, BufferedImage.TYPE_INT_RGB, false), sets.resolve("B"));
        Path run = folder.resolve("translation");
        assertThat(gan("train", experiment, "--data", sets, "--size", 16, "--out", run)
                        .code())
                .isZero();
        assertThat(gan("rate", run, "--out", folder.resolve("no.html")))
                .isEqualTo(new Ran(
                        2,
                        "",
                        "gan: " + run
                                + ": the application cyclegan generates nothing from latents, classes or texts, so"
                                + " there are no samples to rate: name a run that does\n"));
    }

    private static int rating(String role) {
        return role.startsWith("noise") ? 1 : 5;
    }
}
