package org.gan4j.apps;

import org.gan4j.api.Application;
import org.gan4j.api.Unconditional;

class UnconditionalContractTest extends TinyApplication {
    @Override
    protected Application application() {
        return new Unconditional();
    }
}
