package org.gan4j.cli;

import static org.gan4j.cli.Ran.gan;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;

/** A folder with a small run, and with many inputs that are invalid. */
final class BadThings {
    private BadThings() {}

    static void in(Path folder) throws IOException {
        // nd4j, since a run is evaluated with its own engine, and the reference engine takes long for image features
        gan("train", "tiny", "--engine", "nd4j", "--steps", 1, "--out", folder.resolve("run"));
        Files.writeString(folder.resolve("file"), "a file\n");
        Files.writeString(folder.resolve("generator.onnx"), "a generator\n");
        Files.createDirectory(folder.resolve("full"));
        Files.writeString(folder.resolve("full/notes.txt"), "notes\n");
        images(folder);
        files(folder);
        Files.writeString(folder.resolve("bad-study.yaml"), "base: tiny\narm: []\n");
        scripts(folder);
        experiments(folder);
        runs(folder);
        ratings(folder);
        tables(folder);
    }

    private static void tables(Path folder) throws IOException {
        StringBuilder table = new StringBuilder("age,city\n");
        for (int i = 0; i < 30; i++) {
            table.append(i % 7).append(i % 3 == 0 ? ",Oslo\n" : ",Bergen\n");
        }
        Files.writeString(folder.resolve("persons.csv"), table);
        Files.writeString(folder.resolve("few-persons.csv"), "age,city\n1,Oslo\n");
        Files.writeString(folder.resolve("ages.csv"), table.toString().replaceAll(",.*", ""));
        Files.writeString(folder.resolve("misfits.csv"), table.toString().replace("6,", "six,"));
    }

    private static void scripts(Path folder) throws IOException {
        Files.writeString(folder.resolve("rejected.jsh"), "// a comment\n\nint b = nothing;\n");
        Files.writeString(folder.resolve("unended.jsh"), "// a comment\nint f() {\n");
        Files.writeString(folder.resolve("command.jsh"), "/open tour.jsh\n");
    }

    private static void images(Path folder) throws IOException {
        Files.createDirectory(folder.resolve("nothing"));
        Path unreadable = Files.createDirectory(folder.resolve("unreadable"));
        Files.writeString(unreadable.resolve("a text.png"), "this is not an image");
        Files.write(unreadable.resolve("empty.jpg"), new byte[0]);
        Path small = Files.createDirectory(folder.resolve("small"));
        for (String name : List.of("a.png", "b.png")) {
            ImageIO.write(
                    new BufferedImage(20, 30, BufferedImage.TYPE_INT_RGB),
                    "png",
                    small.resolve(name).toFile());
        }
        Path odd = Files.createDirectory(folder.resolve("odd"));
        for (int i = 0; i < 4; i++) {
            BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
            ImageIO.write(image, "png", odd.resolve(i + ".png").toFile());
        }
    }

    private static void files(Path folder) throws IOException {
        byte[] header = {0, 0, 8, 3, 0, 0, 0, 9, 0, 0, 0, 28, 0, 0, 0, 28};
        Files.write(folder.resolve("short-idx3-ubyte"), Arrays.copyOf(header, 100));
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(Arrays.copyOf(header, 16 + 9 * 28 * 28));
        }
        Files.write(folder.resolve("short-idx3-ubyte.gz"), Arrays.copyOf(zipped.toByteArray(), zipped.size() / 2));
        Files.writeString(folder.resolve("text-idx3-ubyte"), "no bytes of images");
        Files.writeString(folder.resolve("words.csv"), "height,weight\n1.5,60\n1.7,heavy\n");
        Files.writeString(folder.resolve("wrong.npy"), "no array");
        Files.writeString(folder.resolve("model.h5"), "something else");
    }

    /** A key of four items, of which two are noise, and files of ratings, most of them edited by hand. */
    private static void ratings(Path folder) throws IOException {
        Files.writeString(folder.resolve("page.html"), "an older page");
        Files.writeString(folder.resolve("old.key.json"), "{}");
        Path rated = Files.createDirectory(folder.resolve("rated"));
        Files.writeString(rated.resolve("study.key.json"), """
                {"study": "5d1e", "kind": "quality", "secret": "00", "runs": ["runs/a"], "items": {
                  "r1": {"role": "real", "row": 0}, "s1": {"role": "sample", "run": "runs/a", "step": 9, "index": 0},
                  "n1": {"role": "noise", "of": "r1"}, "p1": {"role": "repeat", "of": "s1"}}}
                """);
        Files.writeString(rated.resolve("empty.json"), "\n");
        Files.writeString(rated.resolve("cut.json"), "{\"study\": \"5d1e\",\n \"ratings\": [");
        Files.writeString(rated.resolve("list.json"), "[1, 2]");
        Files.writeString(rated.resolve("other.json"), ratings("other", "ffff", "r1", "5"));
        Files.writeString(rated.resolve("unknown.json"), ratings("ina", "5d1e", "x9", "5"));
        Files.writeString(rated.resolve("range.json"), ratings("ina", "5d1e", "r1", "6"));
        Files.writeString(rated.resolve("half.json"), ratings("ina", "5d1e", "r1", "3.5"));
        Files.writeString(rated.resolve("nobody.json"), ratings("", "5d1e", "r1", "5"));
        Files.writeString(
                rated.resolve("no-value.json"),
                ratings("ina", "5d1e", "r1", "5").replace("\"value\"", "\"valeu\""));
        Files.writeString(rated.resolve("twice.json"), ratings("ina", "5d1e", "r1", "5", "r1", "4"));
        Files.writeString(rated.resolve("good.json"), ratings("ina", "5d1e", "r1", "5", "s1", "2"));
        Files.writeString(rated.resolve("again.json"), ratings("ina", "5d1e", "r1", "4"));
        Files.writeString(rated.resolve("blind.json"), ratings("bo", "5d1e", "r1", "2", "n1", "4"));
        Files.writeString(rated.resolve("hasty.json"), ratings("cy", "5d1e", "s1", "1", "p1", "5"));
    }

    private static String ratings(String rater, String study, String... idsAndValues) {
        StringBuilder ratings = new StringBuilder();
        for (int i = 0; i < idsAndValues.length; i += 2) {
            ratings.append(i == 0 ? "" : ", ")
                    .append("{\"id\": \"" + idsAndValues[i] + "\", \"value\": " + idsAndValues[i + 1] + "}");
        }
        return "{\"study\": \"" + study + "\", \"rater\": \"" + rater + "\", \"ratings\": [" + ratings + "]}";
    }

    private static void experiments(Path folder) throws IOException {
        String good = "generator: {name: dcgan, latent: 4, width: 2}\ncritic: {name: dcgan, width: 2}\n"
                + "loss: non-saturating\ndata: fashion-mnist\n";
        Files.writeString(folder.resolve("empty.yaml"), "");
        Files.writeString(folder.resolve("unknown-key.yaml"), good + "batchsize: 4\n");
        Files.writeString(folder.resolve("mistyped.yaml"), good + "batch-size: many\n");
        Files.writeString(folder.resolve("zero.yaml"), good + "batch-size: 0\ncritic-updates: -1\nema: 1\n");
        Files.writeString(
                folder.resolve("tagged.yaml"), good + "engine: !!javax.script.ScriptEngineManager [reference]\n");
        Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1});
        Files.writeString(folder.resolve("unwrapped.yaml"), good + "application: semi-supervised\n");
        Files.writeString(
                folder.resolve("too-few.yaml"),
                good.replace("data: fashion-mnist", "data: {name: partly-labeled, labels: 9, data: fashion-mnist}")
                        + "application: semi-supervised\n");
        Files.writeString(folder.resolve("kind.yaml"), good + "application: {name: semi-supervised, kind: all}\n");
        Files.writeString(
                folder.resolve("clash.yaml"),
                good.replace("non-saturating", "wgan-gp") + "constraint: weight-clipping\n");
    }

    private static void runs(Path folder) throws IOException {
        Path spoiled = Files.createDirectories(folder.resolve("spoiled/checkpoints"));
        Files.copy(folder.resolve("run/experiment.yaml"), folder.resolve("spoiled/experiment.yaml"));
        Files.writeString(spoiled.resolve("step-000001.safetensors"), "no tensors");
        String plain = Files.readString(folder.resolve("run/experiment.yaml"));
        Files.writeString(folder.resolve("averageless.yaml"), plain.replaceAll("(?m)^ema:.*", "ema: 0"));
        gan("train", folder.resolve("averageless.yaml"), "--steps", 1, "--out", folder.resolve("averageless"));
        Files.writeString(
                folder.resolve("few.yaml"),
                "application: semi-supervised\ngenerator: {name: mlp, latent: 2, width: 4}\n"
                        + "critic: {name: noisy-mlp, widths: [4]}\nloss: non-saturating\n"
                        + "data: {name: partly-labeled, labels: 20, data: fashion-mnist}\n"
                        + "ema: 0\nbatch-size: 2\nengine: reference\n");
        gan("train", folder.resolve("few.yaml"), "--steps", 1, "--out", folder.resolve("few"));
        Path young = Files.createDirectory(folder.resolve("young"));
        Files.copy(folder.resolve("run/experiment.yaml"), young.resolve("experiment.yaml"));
    }
}
