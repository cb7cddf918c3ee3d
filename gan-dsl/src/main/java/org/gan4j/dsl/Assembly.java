package org.gan4j.dsl;

import com.google.inject.AbstractModule;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.Stage;
import com.google.inject.spi.Message;
import com.google.inject.util.Modules;
import java.util.List;
import java.util.ServiceLoader;
import org.gan4j.api.Field;
import org.gan4j.api.Game;
import org.gan4j.api.Regularizer;
import org.gan4j.api.Scope;
import org.gan4j.api.Site;
import org.gan4j.api.Trainer;
import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.Engines;
import org.gan4j.tensor.engine.Session;
import org.gan4j.training.GameTrainer;

/** From a checked specification to the parts of a GAN, each of which a {@link GanModule} may replace. */
final class Assembly extends AbstractModule {
    private final GanSpec spec;
    private final Field image;
    private final Data data;
    private Session session;

    private Assembly(GanSpec spec, Field image, Data data) {
        this.spec = spec;
        this.image = image;
        this.data = data;
    }

    /** Builds from data that are there. */
    static Gan build(GanSpec spec) {
        Checks.settings(spec); // before the data, which may take long to open
        Data data = new Data(spec.data());
        try {
            Field image = image(data);
            Checks.dataAndFit(
                    spec,
                    generatorSite(spec, image),
                    criticSite(spec, image),
                    image,
                    data.open().size());
            return assemble(spec, image, data);
        } catch (RuntimeException failed) {
            data.close();
            throw failed;
        }
    }

    /** Builds for samples of a known shape; the data are opened if they are needed. */
    static Gan rebuild(GanSpec spec, Field image, Data data) {
        Checks.settings(spec);
        Checks.fit(spec, generatorSite(spec, image), criticSite(spec, image));
        return assemble(spec, image, data);
    }

    private static Gan assemble(GanSpec spec, Field image, Data data) {
        GanSpec resolved = GanSpec.builder()
                .from(spec)
                .generator(spec.generator().resolved(generatorSite(spec, image)))
                .critic(spec.critic().resolved(criticSite(spec, image)))
                .build();
        List<GanModule> rebinding = ServiceLoader.load(GanModule.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        Assembly assembly = new Assembly(resolved, image, data);
        try {
            return Guice.createInjector(
                            Stage.PRODUCTION, Modules.override(assembly).with(rebinding))
                    .getInstance(Gan.class);
        } catch (CreationException failed) {
            if (assembly.session != null) {
                assembly.session.close();
            }
            throw inOurWords(failed);
        }
    }

    /** What a part says of itself; Guice wraps it, once for each part that could then not be made either. */
    private static RuntimeException inOurWords(CreationException failed) {
        for (Message message : failed.getErrorMessages()) {
            if (message.getCause() instanceof RuntimeException cause) {
                return cause;
            }
            if (message.getCause() instanceof Error error) {
                throw error;
            }
        }
        return failed;
    }

    private static Field image(Data data) {
        try {
            return data.open().field(Field.IMAGE);
        } catch (IllegalArgumentException unusable) {
            throw new InvalidGanException(List.of(unusable.getMessage()));
        }
    }

    private static Site generatorSite(GanSpec spec, Field image) {
        return new Site(Scope.of("generator", spec.seed()), image.shape(), false);
    }

    private static Site criticSite(GanSpec spec, Field image) {
        boolean penalty = spec.regularizers().stream().anyMatch(Regularizer::usesInputGradient);
        return new Site(Scope.of("critic", spec.seed()), image.shape(), penalty);
    }

    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        bind(GanSpec.class).toInstance(spec);
        bind(Field.class).toInstance(image);
        bind(Data.class).toInstance(data);
    }

    @Provides
    @Singleton
    Engine engine() {
        return spec.engine().map(Engines::named).orElseGet(Engines::preferred);
    }

    @Provides
    @Singleton
    Session session(Engine engine) {
        session = engine.open();
        return session;
    }

    @Provides
    @Singleton
    Networks networks() {
        Networks networks = new Networks(
                spec.generator().build(generatorSite(spec, image)),
                spec.critic().build(criticSite(spec, image)));
        Checks.networks(spec, networks, image);
        return networks;
    }

    @Provides
    @Singleton
    Game game(Networks networks) {
        return Adversaries.game(spec, networks, image);
    }

    @Provides
    @Singleton
    Trainer trainer(Session session) {
        return new GameTrainer(session);
    }

    @Provides
    @Singleton
    Gan gan(Engine engine, Session session, Networks networks, Game game, Trainer trainer) {
        return new Gan(spec, image, data, engine, session, networks, game, trainer);
    }
}
