package org.gan4j.bench.cases;

import java.util.List;
import org.gan4j.bench.Case;

/** All that is measured. */
public final class Cases {
    private Cases() {}

    public static List<Case> all() {
        return List.of(DcganCase.dcgan64(), DcganCase.fashion(), WganGp64.of(), GridMlp.of(), TinyMlp.of());
    }
}
