package org.gan4j.dsl.experiment;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import org.gan4j.api.Component;
import org.gan4j.dsl.plugin.ComponentKind;

/**
 * Substitutes for the components that experiment.yaml records as code: the ones that a program supplies, and
 * placeholders for all others. A placeholder throws when it is used, with a message about what is missing; so a trained
 * GAN generates samples without its data and losses.
 */
public final class CodeComponents {
    /** The kinds that inference builds its networks from: without them, there is nothing to load. */
    private static final List<ComponentKind<?>> NEEDED =
            List.of(ComponentKind.APPLICATION, ComponentKind.GENERATOR, ComponentKind.CRITIC);

    private final List<Component> supplied;

    /** Creates the substitutes from components that a program supplies. */
    public CodeComponents(List<Component> supplied) {
        this.supplied = List.copyOf(supplied);
    }

    /**
     * Returns the supplied component of this class, else a placeholder; empty for kinds that inference needs, such as
     * networks.
     */
    <T extends Component> Optional<T> of(ComponentKind<T> kind, String className) {
        Optional<T> given = supplied.stream()
                .filter(each -> each.getClass().getName().equals(className)
                        && kind.type().isInstance(each))
                .findFirst()
                .map(kind.type()::cast);
        return given.isPresent() || NEEDED.contains(kind) ? given : Optional.of(placeholder(kind, className));
    }

    private static <T extends Component> T placeholder(ComponentKind<T> kind, String className) {
        return kind.type()
                .cast(Proxy.newProxyInstance(
                        CodeComponents.class.getClassLoader(),
                        new Class<?>[] {kind.type()},
                        new Missing(kind.noun(), className)));
    }

    /**
     * Answers for a component whose code is missing. What only describes a component has its default; what computes
     * something throws.
     *
     * @param noun such as "loss"
     */
    private record Missing(String noun, String className) implements InvocationHandler {
        @Override
        public Object invoke(Object placeholder, Method method, Object[] arguments) throws Throwable {
            if (method.getDeclaringClass() == Object.class) {
                return ofObject(placeholder, method, arguments);
            }
            if (method.getName().equals("name") && method.getParameterCount() == 0) {
                return className;
            }
            if (method.getParameterCount() == 0 && method.getReturnType() == boolean.class) {
                return false;
            }
            if (method.getParameterCount() == 0 && method.isDefault()) {
                try {
                    return InvocationHandler.invokeDefault(placeholder, method, arguments);
                } catch (InvocationTargetException failed) {
                    throw failed.getCause();
                }
            }
            throw new IllegalArgumentException("the " + noun + " is code (" + className
                    + "), which a file cannot hold: pass it to Gan.load to continue training");
        }

        private Object ofObject(Object placeholder, Method method, Object[] arguments) {
            return switch (method.getName()) {
                case "equals" -> placeholder == arguments[0];
                case "hashCode" -> hashCode();
                default -> "the " + noun + " " + className;
            };
        }
    }
}
