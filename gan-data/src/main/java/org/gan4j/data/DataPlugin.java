package org.gan4j.data;

import java.util.List;
import org.gan4j.api.DataSource;
import org.gan4j.api.GanPlugin;

/** Lists this module's data sources by name. */
public final class DataPlugin implements GanPlugin {
    @Override
    public List<DataSource> dataSources() {
        return List.of(FashionMnist.embedded());
    }
}
