package org.gan4j.dsl.sketches;

import java.util.List;
import org.gan4j.api.application.Application;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.plugin.GanPlugin;
import org.gan4j.dsl.sketches.Sequences.Learning;

/** Lists sketches of applications of other data than images, and of several phases. */
public final class MoreSketchesPlugin implements GanPlugin {
    @Override
    public List<Application> applications() {
        return List.of(
                new SemiSupervised(),
                new Video(),
                new Audio(2),
                new Sequences(7, Learning.STRAIGHT_THROUGH),
                new Tabular(3),
                new ProgressiveGrowing(1000, 64, 1000, 64));
    }

    @Override
    public List<DataSource> dataSources() {
        return List.of(new FormulaData(FormulaData.Kind.IMAGES));
    }
}
