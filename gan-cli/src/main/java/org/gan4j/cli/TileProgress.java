package org.gan4j.cli;

import java.util.function.Consumer;
import me.tongfei.progressbar.ProgressBar;
import org.gan4j.apps.superresolution.Upscaler;

/** The progress of enlarging an image: a line on a terminal, and nothing elsewhere. */
final class TileProgress implements Upscaler.Listener, AutoCloseable {
    private final String image;
    private final Consumer<String> warnings;
    private ProgressBar bar;

    TileProgress(String image, Consumer<String> warnings) {
        this.image = image;
        this.warnings = warnings;
    }

    @Override
    public void tile(int done, int all) {
        if (!TerminalProgress.isTerminal()) {
            return;
        }
        if (bar == null) {
            bar = TerminalProgress.bar(0, all);
        }
        bar.setExtraMessage(image + ", tile " + done + "/" + all);
        bar.stepTo(done);
    }

    @Override
    public void warning(String sentence) {
        warnings.accept(sentence);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
