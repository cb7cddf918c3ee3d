package org.gan4j.data.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.data.numbers.Header;
import org.gan4j.data.numbers.Table;

/**
 * The captions of a folder, as its file lists them.
 *
 * @param name the name of the file
 */
record CaptionFile(String name, List<Line> lines) {
    private static final String CSV = "captions.csv";
    private static final String JSON_LINES = "captions.jsonl";

    static final List<String> NAMES = List.of(CSV, JSON_LINES);

    private static final String FILE = "file";
    private static final String CAPTION = "caption";
    /** Strict, or a line of two objects would be read as its first, and of two equal keys the second would count. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /**
     * A caption.
     *
     * @param number its line in the file, counted from 1
     * @param image the path of its image within the folder, with slashes
     */
    record Line(long number, String image, String caption) {}

    /**
     * Reads the captions of a folder.
     *
     * @throws IllegalArgumentException if there is no file of captions, there are both, or it has a malformed line
     */
    static CaptionFile in(Path folder) {
        List<String> present = NAMES.stream()
                .filter(name -> Files.isRegularFile(folder.resolve(name)))
                .toList();
        if (present.isEmpty()) {
            throw new IllegalArgumentException("there is neither " + CSV + " nor " + JSON_LINES + " in " + folder
                    + ": write one, with a file and a caption on each line");
        }
        if (present.size() > 1) {
            throw new IllegalArgumentException(
                    "there are both " + CSV + " and " + JSON_LINES + " in " + folder + ": remove one of them");
        }
        Path file = folder.resolve(present.get(0));
        List<Line> lines = present.get(0).equals(CSV) ? ofTable(file) : ofJson(file);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException(file + " is empty: write a file and a caption on each line");
        }
        return new CaptionFile(present.get(0), lines);
    }

    private static Line line(long number, String image, String caption) {
        return new Line(number, image.replaceFirst("^(\\./)+", ""), caption.strip());
    }

    private static List<Line> ofTable(Path file) {
        Table table = Table.read(file, ',', Header.PRESENT);
        int image = table.place(FILE);
        int caption = table.place(CAPTION);
        return table.rows().stream()
                .map(row -> line(row.line(), row.cells()[image], row.cells()[caption]))
                .toList();
    }

    private static List<Line> ofJson(Path file) {
        List<String> text;
        try {
            text = Files.readAllLines(file);
        } catch (CharacterCodingException foreign) {
            throw new IllegalArgumentException(file + " is not UTF-8 text: save it in this encoding", foreign);
        } catch (IOException problem) {
            throw new UncheckedIOException(file + " cannot be read: " + problem, problem);
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < text.size(); i++) {
            String line = i == 0 ? text.get(i).replaceFirst("^\\uFEFF", "") : text.get(i);
            if (!line.isBlank()) {
                lines.add(ofJson(file, i + 1, line));
            }
        }
        return lines;
    }

    private static Line ofJson(Path file, int number, String text) {
        JsonNode node;
        try {
            node = MAPPER.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(
                    file + ", line " + number + ", is not JSON: " + malformed.getOriginalMessage(), malformed);
        }
        for (String key : List.of(FILE, CAPTION)) {
            if (!node.path(key).isTextual()) {
                throw new IllegalArgumentException(file + ", line " + number + ", has no text for the key " + key
                        + ": write {\"file\": \"cat.jpg\", \"caption\": \"a cat\"}");
            }
        }
        return line(number, node.get(FILE).asText(), node.get(CAPTION).asText());
    }
}
