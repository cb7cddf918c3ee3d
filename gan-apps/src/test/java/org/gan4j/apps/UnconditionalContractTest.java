package org.gan4j.apps;

import org.gan4j.api.application.Application;
import org.gan4j.api.application.Unconditional;

class UnconditionalContractTest extends TinyApplication {
    @Override
    protected Application application() {
        return new Unconditional();
    }
}
