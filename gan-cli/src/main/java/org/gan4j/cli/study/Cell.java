package org.gan4j.cli.study;

import java.nio.file.Path;

/** One run of a study: an arm with a seed. */
record Cell(Arm arm, long seed) {
    /** Returns the folder of the run. */
    Path folder(Path study) {
        return study.resolve("runs").resolve(StudyPlan.folder(arm)).resolve("seed-" + seed);
    }

    @Override
    public String toString() {
        return arm.name() + ", seed " + seed;
    }
}
