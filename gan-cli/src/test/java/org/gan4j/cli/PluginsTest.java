package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.cli.Ran.gan;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.gan4j.dsl.plugin.ComponentKind;
import org.gan4j.dsl.plugin.ComponentRegistry;
import org.gan4j.dsl.plugin.GanModule;
import org.gan4j.dsl.plugin.Plugins;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of plug-in jars in a folder. */
class PluginsTest {
    @TempDir
    private Path folder;

    private Path plugins;

    @BeforeEach
    void prepare() throws IOException {
        plugins = Files.createDirectory(folder.resolve("plugins"));
    }

    private Path experiment(String loss) throws IOException {
        return Files.writeString(
                folder.resolve("mine.yaml"),
                String.join(
                        "\n",
                        "generator: {name: dcgan, latent: 4, width: 2}",
                        "critic: {name: dcgan, width: 2}",
                        "loss: " + loss,
                        "data: fashion-mnist",
                        "batch-size: 4",
                        "engine: reference",
                        "steps: 1"));
    }

    @Test
    void areListedTrainedSampledAndResumedByName() throws IOException {
        CompiledJar.withLoss(plugins.resolve("squares.jar"), "Squares", "squares");
        assertThat(gan("list", "losses").out()).doesNotContainPattern("(?m)^squares ");
        assertThat(gan("list", "losses", "--plugins", plugins).out()).containsPattern("squares +from outside");
        assertThat(gan("--plugins", plugins, "list", "losses").out()).contains("squares");

        Path run = folder.resolve("run");
        Path file = experiment("{name: squares, goal: 0.9}");
        assertThat(gan("train", file, "--out", run).err()).contains("there is no loss called squares");
        Ran trained = gan("train", file, "--out", run, "--plugins", plugins);
        assertThat(trained.out()).containsPattern("next .*--plugins " + plugins);
        assertThat(trained.err()).isEmpty();
        assertThat(trained.out()).contains("squares");
        assertThat(run.resolve("experiment.yaml")).content().contains("name: squares", "goal: 0.9");
        assertThat(gan("train", "--resume", run, "--steps", 2, "--plugins", plugins)
                        .err())
                .isEmpty();
        assertThat(gan("sample", run, "--out", folder.resolve("grid.png"), "--plugins", plugins)
                        .err())
                .isEmpty();
    }

    @Test
    void aRunWritesDownWhichJarsItUsedAndAnotherVersionIsNoticed() throws IOException {
        Path spaced = Files.createDirectory(folder.resolve("my plug-ins"));
        Path jar = CompiledJar.withLoss(spaced.resolve("squares.jar"), "Squares", "squares");
        CompiledJar.withLoss(spaced.resolve("unused.jar"), "Unused", "unused");
        Path run = folder.resolve("run");
        assertThat(gan("train", experiment("{name: squares, goal: 0.9}"), "--out", run, "--plugins", spaced)
                        .err())
                .isEmpty();
        Path file = run.resolve("experiment.yaml");
        String digest = sha256(jar);
        assertThat(file)
                .content()
                .contains("plug-ins:\n  squares.jar: " + digest + "\n")
                .doesNotContain("unused.jar");

        CompiledJar.withLoss(folder.resolve("next.jar"), "Squares", "squares");
        try (FileSystem inside = FileSystems.newFileSystem(folder.resolve("next.jar"))) {
            Files.writeString(inside.getPath("CHANGES.txt"), "faster");
        }
        Files.move(folder.resolve("next.jar"), jar, StandardCopyOption.REPLACE_EXISTING);
        String now = sha256(jar);
        Path out = folder.resolve("grid.png");
        assertThat(gan("sample", run, "--out", out, "--plugins", spaced).err())
                .isEqualTo("gan: the plug-in jar squares.jar differs from the recorded one ("
                        + now.substring(0, 19) + "… instead of " + digest.substring(0, 19)
                        + "…): results may differ; restore the old jar to reproduce them\n");
        assertThat(gan("train", "--resume", run, "--steps", 2, "--plugins", spaced)
                        .err())
                .contains("squares.jar differs");
        assertThat(file).content().contains("squares.jar: " + now);

        Files.move(jar, spaced.resolve("renamed.jar"));
        assertThat(gan("sample", run, "--out", out, "--plugins", spaced).err()).isEmpty();
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("name: squares", "name: wasserstein")
                        .replace("goal: 0.9", ""));
        assertThat(gan("sample", run, "--out", out, "--plugins", spaced).err())
                .isEqualTo("gan: the plug-in jar squares.jar is recorded, but not used now: results may differ;"
                        + " restore it to reproduce them\n");
    }

    private static String sha256(Path file) throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return "sha256-" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void aBrokenOneIsNamedOnceWithItsJarAndTheRestGoOn() throws IOException {
        CompiledJar.withLoss(plugins.resolve("squares.jar"), "Squares", "squares");
        Path lacking = CompiledJar.withLoss(plugins.resolve("a-lacking.jar"), "Lacking", "lacking");
        CompiledJar.spoil(lacking, "outside/Lacking$Loss.class", List.of());
        Path absent = CompiledJar.withLoss(plugins.resolve("b-absent.jar"), "Absent", "absent");
        CompiledJar.spoil(absent, "outside/Absent.class", List.of());
        Path newer = CompiledJar.withLoss(plugins.resolve("c-newer.jar"), "Newer", "newer");
        CompiledJar.spoil(newer, "outside/Newer.class", List.of(0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0x7F, 0xFF));
        Path throwing = CompiledJar.of(
                plugins.resolve("d-throwing.jar"),
                "Throwing",
                "public class Throwing implements GanPlugin { public Throwing() { throw new IllegalStateException(\"no license\"); } }");
        Path old = CompiledJar.of(
                plugins.resolve("e-old.jar"),
                "Old",
                "public class Old implements GanPlugin { public List<AdversarialLoss> losses() { throw new NoSuchMethodError(\"Tensor.gone()\"); } }");
        Path stranger = CompiledJar.of(plugins.resolve("f-stranger.jar"), "Stranger", "public class Stranger { }");
        Path torn = Files.writeString(plugins.resolve("g-torn.jar"), "no zip");

        Ran ran = gan("list", "--plugins", plugins);
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("squares").contains("wasserstein").doesNotContain("lacking");
        assertThat(ran.err().lines())
                .containsExactlyInAnyOrder(
                        "gan: the plug-in outside.Lacking in " + lacking
                                + " is left out: the class outside.Lacking$Loss is missing; put the jar that contains it into the same directory",
                        "gan: the plug-in outside.Absent in " + absent
                                + " is left out: the class outside.Absent is missing; put the jar that contains it into the same directory",
                        "gan: the plug-in outside.Newer in " + newer
                                + " is left out: it was built for a newer Java than this one, "
                                + Runtime.version().feature() + "; run a newer Java, or build it for this one",
                        "gan: the plug-in outside.Throwing in " + throwing
                                + " is left out: it failed with java.lang.IllegalStateException: no license; report this to its authors, or remove the jar",
                        "gan: the plug-in outside.Old in " + old
                                + " is left out: it is incompatible with this version of Gan4J (java.lang.NoSuchMethodError: Tensor.gone()); rebuild it against this version",
                        "gan: the plug-in outside.Stranger in " + stranger
                                + " is left out: it is not a GanPlugin; implement this interface",
                        "gan: the jar " + torn
                                + " is left out: it cannot be read (zip END header not found); copy it again");
    }

    @Test
    void aNameThatTwoHaveIsAnErrorWithBothJarsWhenItIsUsedOnly() throws IOException {
        Path one = CompiledJar.withLoss(plugins.resolve("one.jar"), "One", "twins");
        Path two = CompiledJar.withLoss(plugins.resolve("two.jar"), "Two", "twins");
        assertThat(gan("list", "losses", "--plugins", plugins).err()).isEmpty();
        assertThat(gan("train", experiment("wasserstein"), "--out", folder.resolve("run"), "--plugins", plugins)
                        .err())
                .isEmpty();
        Ran ran = gan("train", experiment("twins"), "--out", folder.resolve("other"), "--plugins", plugins);
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .contains("there is more than one loss called twins: outside.One$Loss in " + one
                        + ", outside.Two$Loss in " + two + "; remove one of these plug-ins");
    }

    @Test
    void aFolderWithoutJarsIsRefusedWithASentence() throws IOException {
        Path none = folder.resolve("none");
        assertThat(gan("list", "--plugins", none))
                .isEqualTo(new Ran(
                        2, "", "gan: there is no plug-in directory " + none + ": create it and put jars into it\n"));
        Path file = Files.writeString(folder.resolve("a.jar"), "");
        assertThat(gan("list", "--plugins", file).err())
                .isEqualTo(
                        "gan: " + file + " is a file, not a plug-in directory: name the directory that contains it\n");
        assertThat(gan("list", "--plugins", plugins).err())
                .isEqualTo("gan: there is no jar in the plug-in directory " + plugins + ": put one into it\n");
        assertThat(gan("list", "--help", "--plugins", none).code()).isZero();
    }

    @Test
    void aModuleInAJarRebindsParts() throws IOException {
        CompiledJar.of(
                plugins.resolve("module.jar"),
                GanModule.class,
                "Rebinding",
                "public class Rebinding extends com.google.inject.AbstractModule implements org.gan4j.dsl.plugin.GanModule {"
                        + " protected void configure() { System.setProperty(\"gan4j.rebinding\", \"asked\"); } }");
        assertThat(gan("train", "tiny", "--out", folder.resolve("run"), "--plugins", plugins)
                        .err())
                .isEmpty();
        assertThat(System.clearProperty("gan4j.rebinding")).isEqualTo("asked");
    }

    @Test
    void theEnvironmentNamesAFolderToo() {
        assertThat(WithPlugins.folder(Map.of("GAN_PLUGINS", "jars"))).contains(Path.of("jars"));
        assertThat(WithPlugins.folder(Map.of("GAN_PLUGINS", ""))).isEmpty();
        assertThat(WithPlugins.folder(Map.of())).isEmpty();
    }

    @Test
    void aProgramSaysWhichAreUsed() throws IOException {
        CompiledJar.withLoss(plugins.resolve("squares.jar"), "Squares", "squares");
        List<String> warnings = new ArrayList<>();
        Plugins mine = Plugins.in(plugins, warnings::add);
        assertThat(ComponentRegistry.of(mine).has(ComponentKind.LOSS, "squares"))
                .isTrue();
        assertThat(ComponentRegistry.onClassPath().has(ComponentKind.LOSS, "squares"))
                .isFalse();
        mine.use();
        try {
            assertThat(ComponentRegistry.onClassPath().has(ComponentKind.LOSS, "squares"))
                    .isTrue();
        } finally {
            Plugins.onClassPath().use();
        }
        assertThat(ComponentRegistry.onClassPath().has(ComponentKind.LOSS, "squares"))
                .isFalse();
        assertThat(warnings).isEmpty();
    }

    @Test
    void aFailureDuringTrainingNamesTheClassTheJarAndTheStep() throws IOException {
        Path jar = failing("bad.jar", "Bad", "throw new ArithmeticException(\"no root\");");
        Path run = folder.resolve("run");
        Ran failed = gan("train", experiment("bad"), "--out", run, "--plugins", plugins);
        assertThat(failed.err())
                .contains("gan: step 1: training stopped at the plug-in class outside.Bad$Loss in " + jar
                        + ": it failed with java.lang.ArithmeticException: no root; report this to its authors, or"
                        + " train without it\n");
        assertThat(failed.code()).isEqualTo(1);
    }

    @Test
    void aClassThatIsMissingDuringTrainingIsNamed() throws IOException {
        Path jar = failing("bad.jar", "Bad", "Missing.call();", "class Missing { static void call() {} }");
        try (FileSystem inside = FileSystems.newFileSystem(jar)) {
            Files.delete(inside.getPath("outside/Missing.class"));
        }
        Path run = folder.resolve("run");
        assertThat(gan("train", experiment("bad"), "--out", run, "--plugins", plugins)
                        .err())
                .contains("gan: step 1: training stopped at the plug-in class outside.Bad$Loss in " + jar
                        + ": the class outside.Missing is missing; put the jar that contains it into the same"
                        + " directory\n");
    }

    /** Returns the jar of a loss that fails as soon as training calls it. */
    private Path failing(String jar, String name, String failure, String... more) throws IOException {
        return CompiledJar.of(
                plugins.resolve(jar),
                name,
                String.join(
                        "\n",
                        "public class " + name + " implements GanPlugin {",
                        "  public List<AdversarialLoss> losses() { return List.of(new Loss()); }",
                        "  public record Loss() implements AdversarialLoss {",
                        "    public String name() { return \"bad\"; }",
                        "    public Tensor critic(Tensor real, Tensor fake) {",
                        "      for (StackTraceElement frame : new Throwable().getStackTrace()) {",
                        "        if (frame.getClassName().endsWith(\"TrainingSession\")) { " + failure + " }",
                        "      }",
                        "      return fake.sub(real).mean(); }",
                        "    public Tensor generator(Tensor real, Tensor fake) { return fake.mean().neg(); }",
                        "  }",
                        "}",
                        String.join("\n", more)));
    }
}
