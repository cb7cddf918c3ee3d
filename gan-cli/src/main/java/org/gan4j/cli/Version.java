package org.gan4j.cli;

import org.gan4j.provenance.Software;
import picocli.CommandLine.IVersionProvider;

/** The version of Gan4J. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"Gan4J " + number()};
    }

    static String number() {
        return Software.VERSION.orElse("(not packaged in a jar)");
    }
}
