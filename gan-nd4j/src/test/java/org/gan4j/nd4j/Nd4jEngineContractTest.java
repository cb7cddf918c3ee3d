package org.gan4j.nd4j;

import org.gan4j.tensor.engine.Engine;
import org.gan4j.testkit.EngineContract;

class Nd4jEngineContractTest extends EngineContract {
    private final Engine engine = new Nd4jEngineProvider().engine();

    @Override
    protected Engine engine() {
        return engine;
    }
}
