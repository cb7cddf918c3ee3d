package ${package};

import java.util.List;
import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.api.plugin.GanPlugin;

/** Makes the parts of this project known by their names; META-INF/services names this class. */
public final class MyPlugin implements GanPlugin {
    @Override
    public List<AdversarialLoss> losses() {
        return List.of(new MyLoss());
    }
}
