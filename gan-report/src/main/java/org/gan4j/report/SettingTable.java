package org.gan4j.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The settings in which groups of runs differ. */
final class SettingTable {
    private SettingTable() {}

    /** Returns a row for each setting that is not the same in all groups: its key, then its value in each group or "". */
    static List<List<String>> of(List<RunGroup> groups) {
        List<Map<String, String>> all = groups.stream()
                .map(group -> {
                    Map<String, String> values = new LinkedHashMap<>();
                    put("", RunGroup.settings(group.runs().get(0)), values);
                    return values;
                })
                .toList();
        Set<String> keys = new LinkedHashSet<>();
        all.forEach(each -> keys.addAll(each.keySet()));
        List<List<String>> rows = new ArrayList<>();
        for (String key : keys) {
            List<String> values =
                    all.stream().map(each -> each.getOrDefault(key, "")).toList();
            if (values.stream().distinct().count() > 1) {
                List<String> row = new ArrayList<>(List.of(key));
                row.addAll(values);
                rows.add(row);
            }
        }
        return rows;
    }

    private static void put(String key, JsonNode node, Map<String, String> values) {
        if (node.isObject() && !node.isEmpty()) {
            node.properties()
                    .forEach(each ->
                            put(key.isEmpty() ? each.getKey() : key + "." + each.getKey(), each.getValue(), values));
        } else {
            values.put(key, node.isValueNode() ? node.asText() : node.toString());
        }
    }
}
