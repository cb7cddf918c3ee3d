package org.gan4j.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Measurement FULL = new Measurement(
            "dcgan64",
            OptionalDouble.of(2e-5),
            40,
            312.4,
            390.5,
            0.8,
            OptionalDouble.of(0.85),
            Optional.of(new PeakMemory(250, 390)),
            Optional.of(new PeakMemory(310, 540)),
            OptionalDouble.of(0.62),
            Optional.of(new Sgemm(230, 110, 1)));
    private static final Measurement SPARSE = new Measurement(
            "penalty",
            OptionalDouble.empty(),
            5,
            3.5,
            2,
            1.75,
            OptionalDouble.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalDouble.empty(),
            Optional.empty());

    @Test
    void rowsStandBelowTheirHeadings() {
        assertThat(List.of(Report.heading(), Report.row(FULL), Report.row(SPARSE)))
                .containsExactly(
                        "case             ours_ms   peer_ms  ratio  scaled   ours_MB   peer_MB  share  sgemm ours/peer   pairs",
                        "dcgan64            312.4     390.5   0.80    0.85 250 (390) 310 (540)   62 %  230/110 (1)          40",
                        "penalty            3.500     2.000   1.75       -         -         -      -  -                     5");
    }

    @Test
    void jsonHasWhatWasMeasuredAndNothingElse() throws Exception {
        JsonNode json = new ObjectMapper().readTree(Report.json(2, List.of(FULL, SPARSE)));

        assertThat(json.get("threads").asInt()).isEqualTo(2);
        JsonNode full = json.get("cases").get(0);
        assertThat(full.get("case").asText()).isEqualTo("dcgan64");
        assertThat(full.get("ratio").asDouble()).isEqualTo(0.8);
        assertThat(full.get("ratio_scaled").asDouble()).isEqualTo(0.85);
        assertThat(full.get("ours_sgemm_gflops").asInt()).isEqualTo(230);
        assertThat(full.get("ours_peak_mb").asDouble()).isEqualTo(250);
        assertThat(full.get("peer_process_mb").asDouble()).isEqualTo(540);
        assertThat(json.get("cases").get(1).has("ours_peak_mb")).isFalse();
    }
}
