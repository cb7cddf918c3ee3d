package org.gan4j.text;

import java.util.List;
import org.gan4j.api.plugin.GanPlugin;
import org.gan4j.api.text.TextEncoder;

/** Registers this module's encoder by name. */
public final class TextPlugin implements GanPlugin {
    @Override
    public List<TextEncoder> textEncoders() {
        return List.of(new MiniLm());
    }
}
