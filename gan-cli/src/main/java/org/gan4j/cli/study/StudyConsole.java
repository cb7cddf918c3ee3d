package org.gan4j.cli.study;

import java.util.List;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.dsl.Gan;
import org.gan4j.training.RunDirectory;

/** What a study tells its user, and hears from them. */
public interface StudyConsole {
    /** Prints a line. */
    void say(String line);

    /** Returns the listeners that show the progress of one run. */
    List<TrainingListener> progress();

    /** Starts to wait for an interruption of training; closing the result ends it. */
    Interruption interruption(Gan gan, RunDirectory run);

    /** A wait for an interruption. */
    interface Interruption extends AutoCloseable {
        @Override
        void close();
    }
}
