package org.gan4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gan4j.api.Component;
import org.junit.jupiter.api.Test;

/**
 * Holds the metadata of GraalVM's native images to the code: all components that are records, which experiment.yaml makes by
 * reflection, with what their settings consist of, and the resources. Set GAN4J_WRITE_GOLDEN to rewrite the file.
 */
class NativeImageMetadataTest {
    private static final Path FILE =
            Path.of("../gan-dsl/src/main/resources/META-INF/native-image/org.gan4j/gan-dsl/reachability-metadata.json");

    @Test
    void everyComponentCanBeMadeByReflection() throws Exception {
        String text = metadata();
        if (System.getenv("GAN4J_WRITE_GOLDEN") != null) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, text);
        }
        assertThat(text).contains("org.gan4j.architectures.dcgan.DcganGenerator");
        assertThat(FILE).content().isEqualTo(text);
    }

    private static String metadata() throws Exception {
        Set<String> names = new TreeSet<>();
        for (Class<?> type : OwnClasses.all()) {
            if (type.isRecord() && Component.class.isAssignableFrom(type)) {
                collect(type, names);
            }
        }
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode root = mapper.createObjectNode();
        ArrayNode types = root.putArray("reflection");
        for (String name : names) {
            types.addObject()
                    .put("type", name)
                    .put("allDeclaredConstructors", true)
                    .put("allDeclaredFields", true)
                    .put("allDeclaredMethods", true);
        }
        root.putArray("resources").addObject().put("glob", "org/gan4j/**");
        DefaultPrettyPrinter lines = new DefaultPrettyPrinter();
        lines.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"));
        lines.indentObjectsWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"));
        return mapper.writer(lines).writeValueAsString(root) + "\n";
    }

    /** Adds a record or an enum of ours, and what its parts are. */
    private static void collect(Type type, Set<String> names) {
        if (type instanceof ParameterizedType parameterized) {
            Arrays.stream(parameterized.getActualTypeArguments()).forEach(argument -> collect(argument, names));
        } else if (type instanceof Class<?> known
                && known.getName().startsWith("org.gan4j.")
                && (known.isRecord() || known.isEnum())
                && names.add(known.getName())
                && known.isRecord()) {
            Stream.of(known.getRecordComponents())
                    .map(RecordComponent::getGenericType)
                    .forEach(part -> collect(part, names));
        }
    }
}
