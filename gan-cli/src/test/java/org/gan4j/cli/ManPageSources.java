package org.gan4j.cli;

import java.io.File;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/** Writes the sources of the man pages in AsciiDoc, for the profile {@code man}. */
final class ManPageSources {
    private ManPageSources() {}

    /** Writes one file per command to the folder of the argument. */
    public static void main(String[] folder) throws IOException {
        CommandSpec gan = Main.commandLine().getCommandSpec();
        int failed = ManPageGenerator.generateManPage(new File(folder[0]), null, new boolean[0], true, gan);
        if (failed != 0) {
            throw new IOException("no man pages were written to " + folder[0]);
        }
    }
}
