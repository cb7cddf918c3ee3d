package org.gan4j.cli;

import java.util.Optional;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Field;
import org.gan4j.data.Part;
import org.gan4j.dsl.Gan;
import picocli.CommandLine.Option;

/** The option that names data which a GAN was not trained on. */
final class HeldOutChoice {
    @Option(
            names = "--held-out",
            paramLabel = "PATH|NAME",
            description = "Data of the same kind that the GAN was not trained on: a folder of images, which are read in"
                    + " the size and colors of the samples; a file; or a data set, perhaps with settings: \"{name:"
                    + " emoji, split: TEST}\". Defaults to another part if the run was trained on a part of its data.")
    private String heldOut;

    /**
     * Returns the data that the option names, or the next part of the data of training if these are a part.
     *
     * @throws IllegalArgumentException if there are none, or they are the data of training
     */
    Optional<DataSource> chosen(Gan gan, DataSchema schema) {
        DataSource trainedOn = gan.spec().data();
        if (heldOut == null) {
            return trainedOn instanceof Part part && part.of() > 1
                    ? Optional.of(new Part(part.data(), (part.index() + 1) % part.of(), part.of()))
                    : Optional.empty();
        }
        DataSource chosen =
                DataChoice.inColor(DataChoice.source(heldOut, "--held-out", size(schema), isGray(schema)), schema);
        if (chosen.equals(trainedOn)) {
            throw new IllegalArgumentException(
                    "--held-out names the data that this GAN was trained on: name data of the"
                            + " same kind that it has not seen, such as another split of them");
        }
        return Optional.of(chosen);
    }

    /** Returns the side of the samples, or 0 if they are no squares. */
    static int size(DataSchema schema) {
        if (!schema.has(Field.IMAGE) || !schema.image().isImage()) {
            return 0;
        }
        int height = schema.image().shape().dim(1);
        return height == schema.image().shape().dim(2) ? height : 0;
    }

    static boolean isGray(DataSchema schema) {
        return schema.has(Field.IMAGE)
                && schema.image().isImage()
                && schema.image().shape().dim(0) == 1;
    }
}
