package org.gan4j.cli.rating;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.report.PageTemplate;

/**
 * The page that raters open: one file without any request, which neither says nor shows where an item comes from.
 *
 * @param study the study
 * @param keyboard whether the page is used by keyboard only
 */
public record RatingPage(RatingStudy study, boolean keyboard) {
    /** Returns the page as HTML. */
    public String html() {
        return PageTemplate.filled(RatingPage.class, "study.html", data());
    }

    private JsonNode data() {
        RatingKind kind = study.kind();
        List<Map<String, Object>> answers = new ArrayList<>();
        for (int rating = kind.lowest(); rating <= kind.highest(); rating++) {
            answers.add(Map.of(
                    "value",
                    kind.written(rating),
                    "key",
                    kind.key(rating),
                    "name",
                    kind.answers().get(rating - kind.lowest())));
        }
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("study", study.id());
        page.put("kind", kind.yamlName());
        page.put("question", kind.question());
        page.put("instruction", kind.instruction());
        page.put("controls", study.hasControls());
        page.put("keyboard", keyboard);
        page.put("answers", answers);
        page.put("items", study.items().stream().map(RatingPage::shown).toList());
        return new ObjectMapper().valueToTree(page);
    }

    private static Map<String, Object> shown(RatingItem item) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", item.id());
        shown.put("medium", item.medium().name());
        shown.put("src", item.medium().uri());
        item.text().ifPresent(text -> shown.put("text", text));
        return shown;
    }
}
