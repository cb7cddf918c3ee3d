package org.gan4j.testkit;

import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.reference.ReferenceEngine;

class ReferenceEngineContractTest extends EngineContract {
    @Override
    protected Engine engine() {
        return new ReferenceEngine();
    }
}
