package org.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.api.Component;
import org.gan4j.api.data.DataSource;
import org.gan4j.data.folder.ImageFolder;
import org.gan4j.data.numbers.CsvFile;
import org.gan4j.data.numbers.Header;
import org.gan4j.data.numbers.Scaling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DataPluginTest {
    /** Writes and reads as for experiment.yaml. */
    private static final YAMLMapper YAML = YAMLMapper.builder(
                    new YAMLFactory().enable(YAMLGenerator.Feature.MINIMIZE_QUOTES))
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .build();

    static Stream<Component> components() {
        DataPlugin plugin = new DataPlugin();
        CsvFile csv = new CsvFile("a b.csv", List.of("1", "height"), "kind", Header.ABSENT, ";", Scaling.STANDARD);
        return Stream.of(plugin.dataSources(), plugin.transforms(), List.of(csv))
                .flatMap(List::stream);
    }

    /** Components that wrap no others; gan-dsl reads back those that do, since it finds others by name. */
    static Stream<Component> plainComponents() {
        return components().filter(each -> Stream.of(each.getClass().getRecordComponents())
                .noneMatch(part -> part.getType() == DataSource.class));
    }

    @ParameterizedTest
    @MethodSource("plainComponents")
    void everyComponentIsARecordThatYamlBringsBack(Component component) throws Exception {
        assertThat(component).isInstanceOf(Record.class);
        String yaml = YAML.writeValueAsString(component);
        assertThat(YAML.readValue(yaml, component.getClass())).isEqualTo(component);
    }

    @Test
    void pathsArePlainText() throws Exception {
        List<DataSource> folders = new DataPlugin()
                .dataSources().stream().filter(ImageFolder.class::isInstance).toList();
        assertThat(folders).hasSize(1);
        assertThat(YAML.writeValueAsString(folders.get(0)))
                .contains("path: images\n")
                .contains("size: 64\n");
    }

    @Test
    void everyComponentHasItsOwnNameAndASummaryInOneLine() {
        DataPlugin plugin = new DataPlugin();
        List<Component> all = Stream.<Component>concat(plugin.dataSources().stream(), plugin.transforms().stream())
                .toList();
        assertThat(all)
                .extracting(Component::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z0-9-]+"));
        assertThat(all).extracting(Component::summary).allMatch(line -> line.matches(".{10,90}"));
    }
}
