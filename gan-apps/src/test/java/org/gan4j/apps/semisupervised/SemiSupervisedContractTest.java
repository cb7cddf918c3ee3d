package org.gan4j.apps.semisupervised;

import org.gan4j.api.application.Application;
import org.gan4j.api.data.DataSource;
import org.gan4j.apps.TinyApplication;
import org.gan4j.data.PartlyLabeled;
import org.junit.jupiter.api.Nested;

class SemiSupervisedContractTest {
    /** Data of two partitions: six images, and three of them with their labels. */
    abstract static class OnPartlyLabeled extends TinyApplication {
        @Override
        protected DataSource source() {
            return PartlyLabeled.of(super.source(), 3);
        }
    }

    @Nested
    class FeatureMatching extends OnPartlyLabeled {
        @Override
        protected Application application() {
            return SemiSupervised.featureMatching();
        }
    }

    @Nested
    class LabelsAlone extends OnPartlyLabeled {
        @Override
        protected Application application() {
            return SemiSupervised.labelsAlone();
        }
    }
}
