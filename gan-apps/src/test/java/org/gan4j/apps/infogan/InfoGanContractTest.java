package org.gan4j.apps.infogan;

import org.gan4j.api.application.Application;
import org.gan4j.apps.TinyApplication;

class InfoGanContractTest extends TinyApplication {
    @Override
    protected Application application() {
        return InfoGan.of(3);
    }
}
