package org.gan4j.apps.bigan;

import org.gan4j.api.application.Application;
import org.gan4j.apps.TinyApplication;

class BiGanContractTest extends TinyApplication {
    @Override
    protected Application application() {
        return BiGan.deterministic();
    }
}
