package org.gan4j.tables.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.data.tables.TableRows;
import org.gan4j.tables.GivenRows;
import org.junit.jupiter.api.Test;

class AssessmentPageTest {
    private static final String NASTY = "<script>alert(\"member's\")</script>&";

    private static GivenRows renamed(String table) {
        TableRows rows = GivenRows.resource(table);
        List<String> columns = new ArrayList<>(rows.columns());
        columns.set(3, NASTY);
        return new GivenRows(columns, GivenRows.of(rows, i -> true).rows());
    }

    private static TableReport report() {
        return TableAssessment.of(renamed("training"), renamed("held-out"), renamed("synthetic"))
                .target(NASTY)
                .run();
    }

    @Test
    void aPageEscapesNamesAndNeedsNothingElse() {
        String page = new AssessmentPage(report()).html();
        assertThat(page)
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
                .contains("<meta name=\"viewport\"", "<title>", "prefers-color-scheme: dark")
                .contains("&lt;script&gt;alert(&quot;member&#39;s&quot;)&lt;/script&gt;&amp;")
                .doesNotContain("<script", "http:", "https:", "<link", "<img", "url(");
        assertThat(page.split("<th scope=\"(col|row)\">", -1)).hasSize(page.split("<th[ >]", -1).length);
        assertThat(page.split("<table>", -1)).hasSize(page.split("<caption>", -1).length);
    }

    @Test
    void theFirstScreenSaysThatNothingIsGuaranteed() {
        String page = new AssessmentPage(report()).html();
        assertThat(page.indexOf("There is NO guarantee of privacy")).isBetween(0, page.indexOf("<table>"));
        assertThat(page.indexOf("Privacy: ")).isBetween(0, page.indexOf("<table>"));
        String without = new AssessmentPage(TableAssessment.of(renamed("training"), renamed("synthetic"))
                        .run())
                .html();
        assertThat(without.indexOf("There is NO guarantee of privacy")).isBetween(0, without.indexOf("<table>"));
        assertThat(without).contains("Privacy: not measured, since no held-out rows were given.");
    }

    @Test
    void aPageNamesJudgesWithTheirSettings() {
        assertThat(new AssessmentPage(report()).html())
                .contains("50 CART trees", "AdaGrad", "Tribuo 4.", "all with seed 1");
    }

    @Test
    void jsonHasTheNumbers() throws Exception {
        TableReport report = report();
        JsonNode json = new ObjectMapper().readTree(new AssessmentJson(report).text());
        assertThat(json.at("/guarantee").textValue()).startsWith("There is NO guarantee");
        assertThat(json.at("/setting/target").textValue()).isEqualTo(NASTY);
        assertThat(json.at("/similarity/synthetic/column-shapes").doubleValue())
                .isEqualTo(report.similarity().synthetic().shape());
        assertThat(json.at("/similarity/synthetic/pairs")).hasSize(10);
        assertThat(json.at("/detection/random forest/held-out/value").doubleValue())
                .isEqualTo(
                        report.detection().get(0).auc().heldOut().orElseThrow().value());
        assertThat(json.at("/usefulness/most-frequent-class/auc/value").doubleValue())
                .isEqualTo(0.5);
        assertThat(json.at("/privacy/copies/synthetic").intValue()).isEqualTo(9);
        assertThat(json.at("/privacy/verdict").textValue())
                .isEqualTo(report.privacy().orElseThrow().verdict().words());
    }
}
