package org.gan4j.export.weights;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.network.Network;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.run.GeneratorRun;
import org.gan4j.dsl.spec.GanSpec;
import org.gan4j.tensor.io.Safetensors;
import org.gan4j.training.RunDirectory;

/**
 * Reads the weights of a PyTorch module, a state dict in a safetensors file. Tensors may be called as {@link WeightExport}
 * calls them, or as the DCGAN of pytorch/examples, Lornatang/SRGAN-PyTorch or leftthomas/SRGAN do. A convolution over a whole image
 * becomes the matrix of our linear layer, a bias that the file lacks is 0, one that we lack before a batch normalization
 * goes into its running mean, and a PReLU may have one slope. {@code num_batches_tracked} is ignored.
 *
 * @param file the safetensors file
 */
public record WeightImport(Path file) {
    private static final Pattern PICKLED = Pattern.compile(".*\\.(?:pt|pth|pkl|ckpt|bin)");

    /** Returns the import of a file. */
    public static WeightImport of(Path file) {
        return new WeightImport(file);
    }

    /**
     * Reads the weights of a network.
     *
     * @throws IllegalArgumentException if the file is no safetensors file, or its tensors are not those of the network;
     *     the message lists the names that are missing, unexpected or of another shape
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public ImportedWeights read(Network network) {
        if (PICKLED.matcher(file.toString()).matches()) {
            throw new IllegalArgumentException(
                    file + " is a file of Python's pickle, which only Python can read: write its"
                            + " state dict as a safetensors file there, see docs/pytorch.md");
        }
        StateDict dict = StateDict.of(Safetensors.read(file).tensors(), network);
        return new ImportedWeights(network.name(), dict.names().origin(), dict.values(file.toString(), network));
    }

    /**
     * Writes a run with the weights of the generator, from which samples can be made and other trainings can begin. It has
     * no critic, so it cannot be trained itself.
     *
     * @param spec the GAN, whose generator has the shapes of the file
     * @param run the folder of the run, new or empty
     * @return the weights
     * @throws IllegalArgumentException as {@link #read} does, or if the folder is not empty
     * @throws org.gan4j.dsl.spec.InvalidGanException if the parts of the GAN do not fit together
     * @throws java.io.UncheckedIOException if a file cannot be read or written
     */
    public ImportedWeights into(GanSpec spec, Path run) {
        RunDirectory.unused(run);
        GanSpec alone = spec.with(GanSpec.FROM, Optional.empty());
        try (Gan gan = Gan.of(
                spec.application().uses().contains(GanComponents.EMA) ? alone.with(GanComponents.EMA, 0.0) : alone)) {
            ImportedWeights weights = read(ChosenNetwork.of(gan, Optional.empty()));
            GeneratorRun.write(run, gan.spec(), gan.schema().scaledAs(gan.dataset()), weights.values());
            return weights;
        }
    }
}
