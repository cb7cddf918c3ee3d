package org.gan4j.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gan4j.api.Component;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Field;
import org.gan4j.api.plugin.Suggestions;
import org.gan4j.data.DataSources;
import org.gan4j.data.crops.ImageCrops;
import org.gan4j.data.folder.CaptionedImages;
import org.gan4j.data.folder.ColorMode;
import org.gan4j.data.folder.ImageFolder;
import org.gan4j.data.folder.PairedFolder;
import org.gan4j.data.tables.jdbc.DatabaseTable;
import org.gan4j.data.tables.jdbc.DatabaseUrl;
import org.gan4j.dsl.experiment.ComponentText;
import org.gan4j.dsl.experiment.Experiment;
import org.gan4j.dsl.plugin.ComponentKind;
import org.gan4j.dsl.plugin.ComponentRegistry;
import org.gan4j.training.RunDirectory;
import picocli.CommandLine.Option;

/** The options that choose the data of a command. */
final class DataChoice {
    private static final int SIZE = 64;

    @Option(
            names = "--data",
            paramLabel = "PATH|NAME",
            description =
                    "A folder of images, a file, the URL of a database, such as jdbc:postgresql://host/database, or"
                            + " the name of a data set, see gan list datasets, perhaps with settings: \"{name: emoji, split:"
                            + " TEST}\".")
    private String data;

    @Option(
            names = "--table",
            paramLabel = "NAME",
            description = "With the URL of a database: the table, perhaps with its schema in front.")
    private String table;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "With the URL of a database: the user. The password is read from the environment variable"
                    + " GAN_DATABASE_PASSWORD.")
    private String user;

    @Option(
            names = "--size",
            paramLabel = "N",
            converter = NotNegative.class,
            description =
                    "Resize the images of a folder to N x N pixels; 0 keeps their size. Defaults to the size of the"
                            + " run's samples, and to 64 for new runs.")
    private Integer size;

    @Option(
            names = {"--gray", "--grey"},
            description = "Read the images of a folder in gray, which is the default for runs in gray.")
    private boolean gray;

    /** Returns whether the options choose data. */
    boolean isChosen() {
        return data != null;
    }

    /**
     * Requires that --size has an effect on the data that are used in the end.
     *
     * @throws IllegalArgumentException if they are crops, whose size is a setting of the recipe
     */
    void requireSizeUsed(DataSource used) {
        if (size != null && used instanceof ImageCrops) {
            throw new IllegalArgumentException("--size does not apply to the crops of this recipe: use --set data.size="
                    + size + " for crops of another size");
        }
    }

    /**
     * Returns the data that the options choose, or nothing if --data was not given. The name of a data set takes
     * precedence over a path.
     *
     * @throws IllegalArgumentException if there is no such data set or path, or if --size or --gray do not apply
     */
    Optional<DataSource> chosen() {
        requireDatabase();
        if (data == null && (size != null || gray)) {
            throw new IllegalArgumentException("--size and --gray apply to a folder of images: name one with --data");
        }
        return Optional.ofNullable(data).map(typed -> found(typed, Optional.empty()));
    }

    /**
     * Returns the data that the options choose for a run, as {@link #chosen()} does. Without --size and --gray, the images of a
     * folder are read in the size and the colors of the samples.
     *
     * @param run the folder of the run
     * @throws IllegalArgumentException as {@link #chosen()} does, and if there is no such run
     */
    Optional<DataSource> chosen(Path run) {
        if (data == null) {
            return chosen();
        }
        Optional<DataSchema> schema =
                Experiment.read(RunDirectory.open(run).experiment()).schema();
        return Optional.of(found(data, schema));
    }

    /**
     * Returns the data that the options choose for samples of this form. Without --size and --gray, the images of a folder
     * are read in their size and colors.
     *
     * @throws IllegalArgumentException as {@link #chosen()} does
     */
    Optional<DataSource> chosen(DataSchema samples) {
        return data == null ? chosen() : Optional.of(found(data, Optional.of(samples)));
    }

    /** Requires that --table and --user have an effect. */
    private void requireDatabase() {
        boolean url = data != null && DatabaseUrl.is(data);
        if (!url && (table != null || user != null)) {
            throw new IllegalArgumentException((table == null ? "--user" : "--table")
                    + " applies to a database: pass its URL by --data, such as jdbc:postgresql://host/database");
        }
    }

    private DataSource found(String typed, Optional<DataSchema> schema) {
        requireDatabase();
        int usual = schema.map(HeldOutChoice::size).orElse(SIZE);
        boolean inGray = gray || schema.map(HeldOutChoice::isGray).orElse(false);
        DataSource source = table == null
                ? source(typed, "--data", size == null ? usual : size, inGray)
                : DatabaseTable.of(typed, table).as(user);
        boolean resized =
                source instanceof ImageFolder || source instanceof PairedFolder || source instanceof CaptionedImages;
        if (!resized && (size != null || gray)) {
            throw new IllegalArgumentException(
                    "--size and --gray apply to a folder of images only, and " + typed + " is not one: remove them");
        }
        return schema.isPresent() && !inGray ? inColor(source, schema.get()) : source;
    }

    /** Returns the images of a folder in color if the samples are, even if all of them are gray. Colors that were chosen stay. */
    static DataSource inColor(DataSource source, DataSchema schema) {
        if (!schema.has(Field.IMAGE)
                || !schema.image().isImage()
                || schema.image().shape().dim(0) == 1) {
            return source;
        }
        if (source instanceof ImageFolder folder && folder.colors() == ColorMode.AUTO) {
            return folder.colors(ColorMode.RGB);
        }
        if (source instanceof CaptionedImages captioned && captioned.colors() == ColorMode.AUTO) {
            return new CaptionedImages(captioned.path(), captioned.size(), ColorMode.RGB);
        }
        return source;
    }

    /**
     * Returns the data of this name or path. The name of a data set takes precedence.
     *
     * @param typed a name, a path, or a name with settings in braces
     * @param option the option that it was typed for
     * @param size the size of the images of a folder
     * @param gray whether the images of a folder are read in gray
     * @throws IllegalArgumentException if there is no such data set or path
     */
    static DataSource source(String typed, String option, int size, boolean gray) {
        if (typed.strip().startsWith("{")) {
            return ComponentText.parse(ComponentKind.DATA, typed);
        }
        if (DatabaseUrl.is(typed)) {
            DatabaseUrl.require(typed);
            throw new IllegalArgumentException(
                    option.equals("--data")
                            ? "a database has several tables: name one by --table"
                            : "a database has several tables: name one, as in " + option
                                    + " \"{name: database, url: 'jdbc:postgresql://host/database', table: customers}\"");
        }
        ComponentRegistry components = ComponentRegistry.onClassPath();
        Path path = Path.of(typed);
        if (components.has(ComponentKind.DATA, typed)) {
            DataSource named = components.named(ComponentKind.DATA, typed);
            if (named instanceof DatabaseTable) {
                throw new IllegalArgumentException("data of the kind " + typed + " need the URL of a database: pass it,"
                        + " such as --data jdbc:postgresql://host/database --table customers");
            }
            if (!DataSources.needsPath(named)) {
                return named;
            }
            if (!Files.exists(path)) {
                throw new IllegalArgumentException(
                        "data of the kind " + typed + " need a path: pass it, such as " + option + " photos");
            }
        }
        if (Files.exists(path)) {
            return DataSources.at(path, size, gray);
        }
        List<String> names =
                components.all(ComponentKind.DATA).stream().map(Component::name).toList();
        throw new IllegalArgumentException("there is no file, folder or data set " + typed
                + Suggestions.ending(typed, names, ": name a folder of images, a file, or one of gan list datasets"));
    }
}
