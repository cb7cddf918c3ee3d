package org.gan4j.cli;

import static org.gan4j.cli.Ran.gan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder with a small run, and with much that cannot be used. */
final class BadThings {
    private BadThings() {}

    static void in(Path folder) throws IOException {
        gan("train", "tiny", "--steps", 1, "--out", folder.resolve("run"));
        Files.writeString(folder.resolve("file"), "a file\n");
        Files.createDirectory(folder.resolve("full"));
        Files.writeString(folder.resolve("full/notes.txt"), "somebody's\n");
        experiments(folder);
        runs(folder);
    }

    private static void experiments(Path folder) throws IOException {
        String good = "generator: {name: dcgan, latent: 4, width: 2}\ncritic: {name: dcgan, width: 2}\n"
                + "loss: non-saturating\ndata: fashion-mnist\n";
        Files.writeString(folder.resolve("empty.yaml"), "");
        Files.writeString(folder.resolve("unknown-key.yaml"), good + "batchsize: 4\n");
        Files.writeString(folder.resolve("mistyped.yaml"), good + "batch-size: many\n");
        Files.writeString(folder.resolve("zero.yaml"), good + "batch-size: 0\ncritic-moves: -1\nema: 1\n");
        Files.writeString(
                folder.resolve("tagged.yaml"), good + "engine: !!javax.script.ScriptEngineManager [reference]\n");
        Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1});
        Files.writeString(
                folder.resolve("clash.yaml"),
                good.replace("non-saturating", "wgan-gp") + "constraint: weight-clipping\n");
    }

    private static void runs(Path folder) throws IOException {
        Path spoiled = Files.createDirectories(folder.resolve("spoiled/checkpoints"));
        Files.copy(folder.resolve("run/experiment.yaml"), folder.resolve("spoiled/experiment.yaml"));
        Files.writeString(spoiled.resolve("step-000001.safetensors"), "no tensors");
        Path young = Files.createDirectory(folder.resolve("young"));
        Files.copy(folder.resolve("run/experiment.yaml"), young.resolve("experiment.yaml"));
    }
}
