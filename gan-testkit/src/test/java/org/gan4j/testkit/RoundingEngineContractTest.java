package org.gan4j.testkit;

import org.gan4j.tensor.engine.Engine;

class RoundingEngineContractTest extends EngineContract {
    @Override
    protected Engine engine() {
        return new RoundingEngine();
    }
}
