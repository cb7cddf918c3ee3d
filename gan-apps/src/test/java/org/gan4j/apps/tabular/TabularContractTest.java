package org.gan4j.apps.tabular;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gan4j.api.application.Application;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.data.Dataset;
import org.gan4j.apps.TinyApplication;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.data.tables.TableFile;
import org.junit.jupiter.api.io.TempDir;

class TabularContractTest extends TinyApplication {
    @TempDir
    private static Path folder;

    @Override
    protected Application application() {
        return Tabular.ctgan();
    }

    @Override
    protected GanComponents components() {
        return super.components()
                .generator(Mlp.generator().latent(3).layers(1).width(4))
                .critic(Mlp.critic().layers(1).width(4));
    }

    @Override
    protected Dataset data() {
        try {
            Path file = folder.resolve("table.csv");
            Files.writeString(file, "age,kind,member\n30,a,yes\n41,b,no\n,a,no\n58,c,yes\n29,b,no\n60,a,yes\n");
            return TableFile.of(file).open();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
