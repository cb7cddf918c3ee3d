package org.gan4j.onnx;

import java.util.List;
import org.gan4j.api.evaluation.Extractor;
import org.gan4j.api.plugin.GanPlugin;

/** Registers this module's extractor by name. */
public final class OnnxPlugin implements GanPlugin {
    @Override
    public List<Extractor> extractors() {
        return List.of(OnnxFeatures.standard());
    }
}
