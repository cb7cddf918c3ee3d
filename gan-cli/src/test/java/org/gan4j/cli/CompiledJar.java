package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.gan4j.api.plugin.GanPlugin;

/** A plug-in jar as a third-party build writes it, compiled in the test. */
final class CompiledJar {
    private CompiledJar() {}

    /** Returns a jar of the classes in this source; {@code outside.NAME} is listed as a plug-in. */
    static Path of(Path jar, String name, String source) throws IOException {
        return of(jar, GanPlugin.class, name, source);
    }

    /** Returns a jar of the classes in this source; {@code outside.NAME} is listed as this service. */
    static Path of(Path jar, Class<?> service, String name, String source) throws IOException {
        Path folder = Files.createTempDirectory(jar.getParent().getParent(), "compiled");
        Path file = folder.resolve(name + ".java");
        Files.writeString(
                file,
                "package outside; import java.util.*; import org.gan4j.api.loss.*; import org.gan4j.api.plugin.*;"
                        + " import org.gan4j.tensor.*;\n" + source);
        int code = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", folder.toString(), file.toString());
        assertThat(code).as("exit code of javac").isZero();
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> classes = Files.list(folder.resolve("outside"))) {
            entry(
                    out,
                    "META-INF/services/" + service.getName(),
                    ("outside." + name + " # it\n").getBytes(StandardCharsets.UTF_8));
            for (Path each : classes.toList()) {
                entry(out, "outside/" + each.getFileName(), Files.readAllBytes(each));
            }
        }
        return jar;
    }

    /** Returns a jar of a plug-in with one loss, which has one setting. */
    static Path withLoss(Path jar, String name, String loss) throws IOException {
        return of(
                jar,
                name,
                String.join(
                        "\n",
                        "public class " + name + " implements GanPlugin {",
                        "  public List<AdversarialLoss> losses() { return List.of(new Loss(1)); }",
                        "  public record Loss(double goal) implements AdversarialLoss {",
                        "    public String name() { return \"" + loss + "\"; }",
                        "    public String summary() { return \"from outside\"; }",
                        "    public Tensor critic(Tensor real, Tensor fake) {",
                        "      return real.sub(goal).square().mean().add(fake.square().mean()); }",
                        "    public Tensor generator(Tensor real, Tensor fake) {",
                        "      return fake.sub(goal).square().mean(); }",
                        "  }",
                        "}"));
    }

    /** Overwrites the first bytes of a class in a jar, or deletes the class if the header is empty. */
    static void spoil(Path jar, String entry, List<Integer> header) throws IOException {
        try (FileSystem inside = FileSystems.newFileSystem(jar)) {
            Path file = inside.getPath(entry);
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            for (int i = 0; i < header.size(); i++) {
                bytes[i] = header.get(i).byteValue();
            }
            if (!header.isEmpty()) {
                Files.write(file, bytes);
            }
        }
    }

    private static void entry(JarOutputStream out, String name, byte[] bytes) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(bytes);
        out.closeEntry();
    }
}
