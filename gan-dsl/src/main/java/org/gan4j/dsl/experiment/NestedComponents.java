package org.gan4j.dsl.experiment;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.gan4j.api.Component;
import org.gan4j.api.data.DataSource;
import org.gan4j.dsl.plugin.ComponentKind;
import org.gan4j.dsl.plugin.ComponentRegistry;

/**
 * A Jackson module for settings that are components themselves, such as the data that a data source wraps. They are
 * written as a name and settings, like the components of experiment.yaml.
 */
final class NestedComponents extends SimpleModule {
    private static final long serialVersionUID = 1L;

    NestedComponents() {
        addDeserializer(DataSource.class, new Reading());
        setSerializerModifier(new Settings());
    }

    /** Returns a reader that looks components up in a registry. */
    static ObjectReader from(ComponentRegistry components, Optional<CodeComponents> code) {
        return ComponentYaml.MAPPER.reader().withAttribute(Known.class, new Known(components, code));
    }

    /** @param code the substitutes for code; empty if code is an error */
    private record Known(ComponentRegistry components, Optional<CodeComponents> code) {}

    private static final class Reading extends JsonDeserializer<DataSource> {
        @Override
        public DataSource deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonNode node = parser.readValueAsTree();
            Known known = (Known) context.getAttribute(Known.class);
            return ComponentYaml.read(known.components(), known.code(), ComponentKind.DATA, node);
        }
    }

    private static final class Writing extends JsonSerializer<Object> {
        @Override
        public void serialize(Object component, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeTree(ComponentYaml.write((Component) component));
        }
    }

    /** Applies to settings only: the component that has them is written as a record. */
    private static final class Settings extends BeanSerializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public List<BeanPropertyWriter> changeProperties(
                SerializationConfig config, BeanDescription bean, List<BeanPropertyWriter> properties) {
            properties.stream()
                    .filter(property -> property.getType().hasRawClass(DataSource.class))
                    .forEach(property -> property.assignSerializer(new Writing()));
            return properties;
        }
    }
}
