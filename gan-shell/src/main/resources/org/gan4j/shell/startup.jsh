// The start-up script of Gan4J for JShell. docs/jshell.md says how to start JShell with it.

import java.io.*;
import java.math.*;
import java.nio.file.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

// Gan.builder(), samples, specifications and runs
import org.gan4j.dsl.*;
import org.gan4j.dsl.experiment.*;
import org.gan4j.dsl.inference.*;
import org.gan4j.dsl.plugin.*;
import org.gan4j.dsl.run.*;
import org.gan4j.dsl.spec.*;

// tensors, gradients, engines
import org.gan4j.tensor.*;
import org.gan4j.tensor.engine.*;
import org.gan4j.tensor.functions.*;
import org.gan4j.tensor.io.*;
import org.gan4j.tensor.reference.*;
import org.gan4j.testkit.GradientCheck;

// the contracts: losses, networks, games, data, training
import org.gan4j.api.*;
import org.gan4j.api.application.*;
import org.gan4j.api.data.*;
import org.gan4j.api.evaluation.*;
import org.gan4j.api.game.*;
import org.gan4j.api.inference.*;
import org.gan4j.api.latents.*;
import org.gan4j.api.loss.*;
import org.gan4j.api.network.*;
import org.gan4j.api.optim.*;
import org.gan4j.api.plugin.*;
import org.gan4j.api.text.*;
import org.gan4j.api.training.*;
import org.gan4j.training.GradientNoiseScale;
import org.gan4j.training.ProgressLines;

// losses and stabilizers
import org.gan4j.losses.*;
import org.gan4j.losses.adversarial.*;
import org.gan4j.losses.augment.*;
import org.gan4j.losses.generator.*;
import org.gan4j.losses.penalty.*;
import org.gan4j.losses.schedule.*;
import org.gan4j.losses.weight.*;

// networks
import org.gan4j.architectures.biggan.*;
import org.gan4j.architectures.dcgan.*;
import org.gan4j.architectures.dirac.*;
import org.gan4j.architectures.layers.*;
import org.gan4j.architectures.mlp.*;
import org.gan4j.architectures.packing.*;
import org.gan4j.architectures.patch.*;
import org.gan4j.architectures.r3gan.*;
import org.gan4j.architectures.refiner.*;
import org.gan4j.architectures.resnet.*;
import org.gan4j.architectures.spectral.*;
import org.gan4j.architectures.srresnet.*;
import org.gan4j.architectures.translator.*;
import org.gan4j.architectures.unet.*;

// data
import org.gan4j.data.*;
import org.gan4j.data.crops.*;
import org.gan4j.data.degraded.*;
import org.gan4j.data.digits.*;
import org.gan4j.data.edges.*;
import org.gan4j.data.emoji.*;
import org.gan4j.data.folder.*;
import org.gan4j.data.images.*;
import org.gan4j.data.letters.*;
import org.gan4j.data.numbers.*;
import org.gan4j.data.tables.*;
import org.gan4j.data.tables.jdbc.*;
import org.gan4j.data.photos.*;
import org.gan4j.data.toy.*;
import org.gan4j.data.transforms.*;

// where images come from
import org.gan4j.provenance.*;
import org.gan4j.provenance.watermark.*;

// applications
import org.gan4j.apps.conditional.*;
import org.gan4j.apps.infogan.*;
import org.gan4j.apps.labels.*;
import org.gan4j.apps.refinement.*;
import org.gan4j.apps.semisupervised.*;
import org.gan4j.apps.superresolution.*;
import org.gan4j.apps.tabular.*;
import org.gan4j.apps.texttoimage.*;
import org.gan4j.apps.translation.*;

// metrics
import org.gan4j.metrics.*;
import org.gan4j.metrics.classes.*;
import org.gan4j.metrics.classifier.*;
import org.gan4j.metrics.clusters.*;
import org.gan4j.metrics.detection.*;
import org.gan4j.metrics.distances.*;
import org.gan4j.metrics.diversity.*;
import org.gan4j.metrics.features.*;
import org.gan4j.metrics.images.*;
import org.gan4j.metrics.modes.*;
import org.gan4j.metrics.pixels.*;
import org.gan4j.metrics.privacy.*;
import org.gan4j.metrics.topology.*;

// of two types of one name, the one that is used more
import org.gan4j.dsl.inference.ClassShares;
import org.gan4j.metrics.Evaluation;

// steps(1000), NON_SATURATING, show(gan.sample(16)), plot(gan.train(steps(1000)))
import static org.gan4j.api.training.TrainingLength.*;
import static org.gan4j.shell.Shell.*;

// all but LossPresets.R1, which would hide the class R1
import static org.gan4j.losses.LossPresets.DRAGAN;
import static org.gan4j.losses.LossPresets.HINGE;
import static org.gan4j.losses.LossPresets.LSGAN;
import static org.gan4j.losses.LossPresets.MINIMAX;
import static org.gan4j.losses.LossPresets.NON_SATURATING;
import static org.gan4j.losses.LossPresets.PACGAN;
import static org.gan4j.losses.LossPresets.R3GAN;
import static org.gan4j.losses.LossPresets.RASGAN;
import static org.gan4j.losses.LossPresets.RSGAN;
import static org.gan4j.losses.LossPresets.WGAN;
import static org.gan4j.losses.LossPresets.WGAN_GP;
import static org.gan4j.losses.LossPresets.WGAN_LP;
