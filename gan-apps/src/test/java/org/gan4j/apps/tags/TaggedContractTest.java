package org.gan4j.apps.tags;

import java.util.List;
import org.gan4j.api.application.Application;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.InMemoryData;
import org.gan4j.apps.TinyApplication;

class TaggedContractTest extends TinyApplication {
    @Override
    protected Application application() {
        return Tagged.standard();
    }

    @Override
    protected DataSource source() {
        return ((InMemoryData) super.source())
                .withTags(List.of(
                        List.of("hat"),
                        List.of("hat", "smile"),
                        List.of(),
                        List.of("smile"),
                        List.of("hat", "bow"),
                        List.of()));
    }
}
