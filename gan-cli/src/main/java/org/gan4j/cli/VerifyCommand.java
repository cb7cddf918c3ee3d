package org.gan4j.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gan4j.cli.verification.VerifiedImage;
import org.gan4j.data.folder.FolderListing;
import org.gan4j.data.folder.FolderListing.Found;
import org.gan4j.provenance.watermark.Watermark;
import org.gan4j.training.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan verify}: says where images come from. */
@Command(
        name = "verify",
        description =
                "Says where images come from: by the text of PNG files, which any tool can remove or change; by a run whose"
                        + " checkpoint the text names; and by an invisible watermark, which JPEG and cropping leave in place. The"
                        + " exit code is 0 if the run and the watermark that are asked for are found in all images, or, if none is"
                        + " asked for, if their text says that they are synthetic; otherwise 1.",
        footer = {
            "",
            "Examples:",
            "  ./gan verify image.png",
            "  ./gan verify image.png --run runs/dcgan-001",
            "  ./gan verify photo.jpg images --watermark secret --json"
        })
final class VerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "IMAGE",
            description = "PNG, JPEG, GIF, BMP, WebP or TIFF files, or folders of such files.")
    private List<Path> images;

    @Option(
            names = "--run",
            paramLabel = "RUN",
            description = "Compare the checkpoint that the text names with those of this run.")
    private Path run;

    @Option(
            names = "--watermark",
            paramLabel = "KEY",
            description = "Look for the invisible watermark of this secret key; env takes the key from the environment"
                    + " variable " + WatermarkChoice.VARIABLE + ".")
    private String key;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        Optional<RunDirectory> directory = Optional.ofNullable(run).map(RunDirectory::open);
        Optional<Watermark> watermark = WatermarkChoice.of(key, System.getenv());
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        boolean all = true;
        for (Found each : found()) {
            try {
                VerifiedImage image = VerifiedImage.of(each.name(), each.file(), directory, watermark);
                all &= image.holds();
                if (json) {
                    array.add(image.json());
                } else {
                    spec.commandLine().getOut().print(image.text());
                }
            } catch (IllegalArgumentException unusable) {
                if (images.size() == 1 && !Files.isDirectory(images.get(0))) {
                    throw unusable;
                }
                all = false;
                spec.commandLine().getErr().println("gan: " + unusable.getMessage());
            }
        }
        if (json) {
            spec.commandLine().getOut().println(array.toPrettyString());
        }
        return all ? 0 : Failures.FAILED;
    }

    private List<Found> found() {
        List<Found> found = new ArrayList<>();
        for (Path path : images) {
            if (!Files.exists(path)) {
                throw new IllegalArgumentException("there is no file or folder " + path + "; check the path");
            }
            if (Files.isDirectory(path)) {
                List<Found> inside = FolderListing.of(path).images();
                if (inside.isEmpty()) {
                    throw new IllegalArgumentException(
                            "there is no PNG, JPEG, GIF, BMP, WebP or TIFF image in " + path + ": name another folder");
                }
                inside.forEach(
                        each -> found.add(new Found(path.resolve(each.name()).toString(), each.file())));
            } else {
                found.add(new Found(path.toString(), path));
            }
        }
        return found;
    }
}
