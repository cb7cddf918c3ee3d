package org.gan4j.dsl.experiment;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.gan4j.api.Component;
import org.gan4j.dsl.plugin.ComponentKind;
import org.gan4j.dsl.plugin.ComponentRegistry;

/**
 * A Jackson module for settings that are components themselves, such as the critic that spectral normalization wraps.
 * They are written as a name and settings, like the components of experiment.yaml. Every {@link ComponentKind} nests,
 * alone or in a list.
 */
final class NestedComponents extends SimpleModule {
    private static final long serialVersionUID = 1L;

    NestedComponents() {
        ComponentKind.ALL.forEach(this::readsWith);
        addDeserializer(double.class, new Decimals(double.class, 0.0));
        addDeserializer(Double.class, new Decimals(Double.class, null));
        setSerializerModifier(new Settings());
    }

    private <T extends Component> void readsWith(ComponentKind<T> kind) {
        addDeserializer(kind.type(), new Reading<>(kind));
    }

    /** Returns a reader that looks components up in a registry. */
    static ObjectReader from(ComponentRegistry components, Optional<CodeComponents> code) {
        return ComponentYaml.MAPPER.reader().withAttribute(Known.class, new Known(components, code));
    }

    /** @param code the substitutes for code; empty if code is an error */
    private record Known(ComponentRegistry components, Optional<CodeComponents> code) {}

    private static final class Reading<T extends Component> extends JsonDeserializer<T> {
        private final ComponentKind<T> kind;

        private Reading(ComponentKind<T> kind) {
            this.kind = kind;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonNode node = parser.readValueAsTree();
            Known known = (Known) context.getAttribute(Known.class);
            return ComponentYaml.read(known.components(), known.code(), kind, node);
        }
    }

    /** Reads numbers alone, unlike Jackson, which reads the texts NaN and Infinity as well. */
    private static final class Decimals extends NumberDeserializers.DoubleDeserializer {
        private static final long serialVersionUID = 1L;

        private Decimals(Class<Double> type, Double ofNull) {
            super(type, ofNull);
        }

        @Override
        public Double deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return parser.currentToken() == JsonToken.VALUE_STRING
                    ? (Double) context.handleUnexpectedToken(handledType(), parser)
                    : super.deserialize(parser, context);
        }
    }

    private static final class Writing extends JsonSerializer<Object> {
        @Override
        public void serialize(Object value, JsonGenerator out, SerializerProvider provider) throws IOException {
            if (value instanceof Collection<?> several) {
                out.writeStartArray();
                for (Object each : several) {
                    out.writeTree(ComponentYaml.write((Component) each));
                }
                out.writeEndArray();
            } else {
                out.writeTree(ComponentYaml.write((Component) value));
            }
        }
    }

    /** Applies to settings only: the component that has them is written as a record. */
    private static final class Settings extends BeanSerializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public List<BeanPropertyWriter> changeProperties(
                SerializationConfig config, BeanDescription bean, List<BeanPropertyWriter> properties) {
            properties.stream()
                    .filter(property -> nests(property.getType()))
                    .forEach(property -> property.assignSerializer(new Writing()));
            return properties;
        }

        private static boolean nests(JavaType type) {
            JavaType element = type.isCollectionLikeType() ? type.getContentType() : type;
            return ComponentKind.of(element.getRawClass()).isPresent();
        }
    }
}
