package org.gan4j.dsl.experiment;

import java.util.List;
import java.util.Optional;
import org.gan4j.api.Component;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Transform;
import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.api.loss.Constraint;
import org.gan4j.api.loss.Regularizer;
import org.gan4j.api.loss.RegularizerContext;
import org.gan4j.api.network.VariableScope;
import org.gan4j.api.optim.LearningRateSchedule;
import org.gan4j.api.optim.Optimizer;
import org.gan4j.dsl.plugin.ComponentKind;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;

/**
 * Substitutes for the components that experiment.yaml records as code: the ones that a program supplies, and
 * placeholders for all others. A placeholder throws when it is used, with a message about what is missing; so a trained
 * GAN generates samples without its data and losses.
 */
public final class CodeComponents {
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
        Optional<Component> given = supplied.stream()
                .filter(each -> each.getClass().getName().equals(className))
                .findFirst();
        Component found = given.orElseGet(() -> placeholder(kind, className));
        @SuppressWarnings("unchecked") // the run recorded this class for this kind
        T component = (T) found;
        return Optional.ofNullable(component);
    }

    private static Component placeholder(ComponentKind<?> kind, String className) {
        Missing missing = new Missing(kind.noun(), className);
        if (kind == ComponentKind.DATA) {
            return new MissingData(missing);
        }
        if (kind == ComponentKind.LOSS) {
            return new MissingLoss(missing);
        }
        if (kind == ComponentKind.OPTIMIZER) {
            return new MissingOptimizer(missing);
        }
        if (kind == ComponentKind.REGULARIZER) {
            return new MissingRegularizer(missing);
        }
        if (kind == ComponentKind.CONSTRAINT) {
            return new MissingConstraint(missing);
        }
        if (kind == ComponentKind.SCHEDULE) {
            return new MissingSchedule(missing);
        }
        return kind == ComponentKind.TRANSFORM ? new MissingTransform(missing) : null;
    }

    /** @param noun such as "loss" */
    private record Missing(String noun, String className) {
        <R> R here() {
            throw new IllegalArgumentException("the " + noun + " is code (" + className
                    + "), which a file cannot hold: pass it to Gan.load to continue training");
        }
    }

    private record MissingData(Missing missing) implements DataSource {
        @Override
        public String name() {
            return missing.className;
        }

        @Override
        public Dataset open() {
            return missing.here();
        }
    }

    private record MissingLoss(Missing missing) implements AdversarialLoss {
        @Override
        public String name() {
            return missing.className;
        }

        @Override
        public Tensor critic(Tensor real, Tensor fake) {
            return missing.here();
        }

        @Override
        public Tensor generator(Tensor real, Tensor fake) {
            return missing.here();
        }
    }

    private record MissingOptimizer(Missing missing) implements Optimizer {
        @Override
        public String name() {
            return missing.className;
        }

        @Override
        public Rule bind(List<Variable> parameters, VariableScope scope) {
            return missing.here();
        }
    }

    private record MissingRegularizer(Missing missing) implements Regularizer {
        @Override
        public String name() {
            return missing.className;
        }

        @Override
        public Tensor penalty(RegularizerContext context) {
            return missing.here();
        }

        @Override
        public boolean usesInputGradient() {
            return false;
        }
    }

    private record MissingConstraint(Missing missing) implements Constraint {
        @Override
        public String name() {
            return missing.className;
        }

        @Override
        public Tensor project(Variable parameter, Tensor updated) {
            return missing.here();
        }
    }

    private record MissingSchedule(Missing missing) implements LearningRateSchedule {
        @Override
        public String name() {
            return missing.className;
        }

        @Override
        public Tensor factor(Tensor step) {
            return missing.here();
        }
    }

    private record MissingTransform(Missing missing) implements Transform {
        @Override
        public String name() {
            return missing.className;
        }

        @Override
        public TensorData apply(TensorData images, Philox random) {
            return missing.here();
        }

        @Override
        public boolean isRandom() {
            return true;
        }
    }
}
