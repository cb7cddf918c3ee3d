package org.gan4j.cli;

import java.util.Optional;
import org.gan4j.api.DataSource;
import org.gan4j.dsl.ComponentKind;
import org.gan4j.dsl.Components;
import picocli.CommandLine.Option;

/** Which data a command shall use. */
final class DataChoice {
    @Option(
            names = "--data",
            paramLabel = "PATH|NAME",
            description = "A folder of pictures, a file, or a data set by name, see gan list datasets.")
    private String data;

    @Option(
            names = "--size",
            paramLabel = "N",
            converter = Count.class,
            description = "Pictures of a folder are made N pixels high and wide; 64 unless said otherwise.")
    private Integer size;

    @Option(names = "--grey", description = "Pictures of a folder are read without their colours.")
    private boolean grey;

    Optional<DataSource> asked() {
        if (data == null && (size != null || grey)) {
            throw new IllegalArgumentException(
                    "--size and --grey say how to read a folder of pictures: name it with --data");
        }
        return Optional.ofNullable(data).map(typed -> Components.onClassPath().named(ComponentKind.DATA, typed));
    }
}
