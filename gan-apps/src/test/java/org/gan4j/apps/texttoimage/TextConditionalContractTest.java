package org.gan4j.apps.texttoimage;

import java.util.List;
import org.gan4j.api.application.Application;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.InMemoryData;
import org.gan4j.api.text.BagOfWords;
import org.gan4j.apps.TinyApplication;
import org.junit.jupiter.api.Nested;

class TextConditionalContractTest {
    /** Six images, two of which share a caption. */
    private abstract static class Captioned extends TinyApplication {
        @Override
        protected DataSource source() {
            return ((InMemoryData) super.source())
                    .withCaptions(List.of("red heart", "blue heart", "red heart", "赤い花", "green tree", "a dog"));
        }
    }

    @Nested
    class Whole extends Captioned {
        @Override
        protected Application application() {
            return new TextConditional(new BagOfWords(16), 4, 0.5, true);
        }
    }

    @Nested
    class WithoutInterpolationAndMismatches extends Captioned {
        @Override
        protected Application application() {
            return new TextConditional(new BagOfWords(16), 4, 0, false);
        }
    }
}
