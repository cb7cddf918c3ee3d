package org.gan4j.dsl.sketches;

import java.util.List;
import org.gan4j.api.application.Application;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.network.GeneratorArchitecture;
import org.gan4j.api.plugin.GanPlugin;

/** The plug-in of the sketched applications about vectors and single images. */
public final class SketchesPlugin implements GanPlugin {
    @Override
    public List<Application> applications() {
        return List.of(
                new Imitation("image"),
                new LabelConditional(),
                new SuperResolution(1000),
                new TextToImage(),
                new Pix2Pix(100),
                new CycleGan(10));
    }

    @Override
    public List<GeneratorArchitecture> generators() {
        return List.of(new TinyTranslator(64));
    }

    @Override
    public List<DataSource> dataSources() {
        return List.of(TinySamples.of("image"));
    }
}
