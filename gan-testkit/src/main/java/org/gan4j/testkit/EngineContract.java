package org.gan4j.testkit;

import org.gan4j.tensor.engine.Engine;
import org.junit.jupiter.api.Nested;

/**
 * What every engine must do. An engine's tests extend this class, and are run against the reference engine, PyTorch's
 * numbers, and the promises of {@link org.gan4j.tensor.engine.Session} and {@link org.gan4j.tensor.engine.Program}.
 *
 * <pre>{@code
 * class MyEngineTest extends EngineContract {
 *     @Override
 *     protected Engine engine() {
 *         return new MyEngine();
 *     }
 * }
 * }</pre>
 */
public abstract class EngineContract {
    /** The engine to test; asked for often, so a costly one is made once. */
    protected abstract Engine engine();

    @Nested
    class Ops extends OpsBehaviour {
        @Override
        Engine engine() {
            return EngineContract.this.engine();
        }
    }

    @Nested
    class GeneratedShapes extends GeneratedShapesBehaviour {
        @Override
        Engine engine() {
            return EngineContract.this.engine();
        }
    }

    @Nested
    class Functions extends FunctionsBehaviour {
        @Override
        Engine engine() {
            return EngineContract.this.engine();
        }
    }

    @Nested
    class Oracles extends OraclesBehaviour {
        @Override
        Engine engine() {
            return EngineContract.this.engine();
        }
    }

    @Nested
    class Edges extends EdgesBehaviour {
        @Override
        Engine engine() {
            return EngineContract.this.engine();
        }
    }

    @Nested
    class RandomGraphs extends RandomGraphsBehaviour {
        @Override
        Engine engine() {
            return EngineContract.this.engine();
        }
    }

    @Nested
    class RandomNumbers extends RandomNumbersBehaviour {
        @Override
        Engine engine() {
            return EngineContract.this.engine();
        }
    }

    @Nested
    class Stages extends StagesBehaviour {
        @Override
        Engine engine() {
            return EngineContract.this.engine();
        }
    }

    @Nested
    class Guards extends GuardsBehaviour {
        @Override
        Engine engine() {
            return EngineContract.this.engine();
        }
    }

    @Nested
    class Feeding extends FeedingBehaviour {
        @Override
        Engine engine() {
            return EngineContract.this.engine();
        }
    }

    @Nested
    class Variables extends VariablesBehaviour {
        @Override
        Engine engine() {
            return EngineContract.this.engine();
        }
    }

    @Nested
    class Lifetimes extends LifetimesBehaviour {
        @Override
        Engine engine() {
            return EngineContract.this.engine();
        }
    }
}
