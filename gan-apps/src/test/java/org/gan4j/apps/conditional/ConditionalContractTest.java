package org.gan4j.apps.conditional;

import org.gan4j.api.application.Application;
import org.gan4j.apps.TinyApplication;
import org.junit.jupiter.api.Nested;

class ConditionalContractTest {
    @Nested
    class Concatenation extends TinyApplication {
        @Override
        protected Application application() {
            return Conditional.concatenation();
        }
    }

    @Nested
    class Auxiliary extends TinyApplication {
        @Override
        protected Application application() {
            return Conditional.auxiliary();
        }
    }

    @Nested
    class Embedding extends TinyApplication {
        @Override
        protected Application application() {
            return Conditional.embedding();
        }
    }

    @Nested
    class Projection extends TinyApplication {
        @Override
        protected Application application() {
            return Conditional.projection();
        }
    }
}
