package org.gan4j.dsl.experiment;

import java.util.List;
import java.util.stream.Stream;
import org.gan4j.api.application.GanOption;
import org.gan4j.dsl.spec.GanSpec;

/** The keys of experiment.yaml that are not options of a GAN. */
final class ExperimentKey {
    static final String SUMMARY = "summary";
    static final String FIELDS = "fields";
    static final String CLASSES = "classes";
    static final String TAGS = "tags";
    static final String SCALING = "scaling";
    static final String TABLE = "table";
    static final String TABLE_RULES = "table-rules";
    static final String PLUGINS = "plug-ins";

    /** All keys, including those of options. */
    static final List<String> ALL = Stream.concat(
                    GanSpec.OPTIONS.stream().map(GanOption::key),
                    Stream.of(SUMMARY, FIELDS, CLASSES, TAGS, SCALING, TABLE, TABLE_RULES, PLUGINS))
            .toList();

    private ExperimentKey() {}
}
