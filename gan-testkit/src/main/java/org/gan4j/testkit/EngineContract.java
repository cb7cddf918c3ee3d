package org.gan4j.testkit;

import org.gan4j.tensor.engine.Engine;
import org.junit.jupiter.api.Nested;

/**
 * The tests that every engine must pass. An engine's test class extends this one. It compares the engine with the
 * reference engine and PyTorch's numbers, and tests the contracts of {@link org.gan4j.tensor.engine.Session} and
 * {@link org.gan4j.tensor.engine.Program}.
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
    /** Returns the engine to test. It is called often, so create an expensive engine only once. */
    protected abstract Engine engine();

    @Nested
    class Ops extends OpsBehavior {
        @Override
        Engine engine() {
            return EngineContract.this.engine();
        }
    }

    @Nested
    class GeneratedShapes extends GeneratedShapesBehavior {
        @Override
        Engine engine() {
            return EngineContract.this.engine();
        }
    }

    @Nested
    class Functions extends FunctionsBehavior {
        @Override
        Engine engine() {
            return EngineContract.this.engine();
        }
    }

    @Nested
    class Oracles extends OraclesBehavior {
        @Override
        Engine engine() {
            return EngineContract.this.engine();
        }
    }

    @Nested
    class Edges extends EdgesBehavior {
        @Override
        Engine engine() {
            return EngineContract.this.engine();
        }
    }

    @Nested
    class RandomGraphs extends RandomGraphsBehavior {
        @Override
        Engine engine() {
            return EngineContract.this.engine();
        }
    }

    @Nested
    class RandomNumbers extends RandomNumbersBehavior {
        @Override
        Engine engine() {
            return EngineContract.this.engine();
        }
    }

    @Nested
    class Stages extends StagesBehavior {
        @Override
        Engine engine() {
            return EngineContract.this.engine();
        }
    }

    @Nested
    class Guards extends GuardsBehavior {
        @Override
        Engine engine() {
            return EngineContract.this.engine();
        }
    }

    @Nested
    class Feeding extends FeedingBehavior {
        @Override
        Engine engine() {
            return EngineContract.this.engine();
        }
    }

    @Nested
    class Variables extends VariablesBehavior {
        @Override
        Engine engine() {
            return EngineContract.this.engine();
        }
    }

    @Nested
    class Lifetimes extends LifetimesBehavior {
        @Override
        Engine engine() {
            return EngineContract.this.engine();
        }
    }
}
