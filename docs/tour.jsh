// A tour of Gan4J in 15 minutes: gradients, a loss of your own, a trained GAN.
//
//   ./gan shell docs/tour.jsh        runs it, in about 20 seconds, and prints each value
//   ./gan shell                      starts JShell, into which you can paste it, part by part
//
// A chain of calls has its dots at the ends of lines, since JShell takes a line that could be a whole statement for one.
// Everything that the tour uses is imported by the start-up script; docs/jshell.md tells more.


// ---- 1. Tensors are expressions, and so are their gradients ----

// Building an expression computes nothing, but printing it does.
Tensor x = Tensor.of(new float[] {1, 2, 3});
Tensor y = x.pow(3).sum();

// The gradient is an expression again: 3x². Its gradient is the second derivative, 6x.
Tensor first = Gradients.of(y, x);
Tensor second = Gradients.of(first, x);

// A gradient penalty is made this way: (‖dy/dx‖ - 1)², which the trainer differentiates once more.
Tensor penalty = first.square().sum().sqrt().sub(1).square();
Tensor gradientOfThePenalty = Gradients.of(penalty, x);


// ---- 2. A loss of your own ----

// Both players minimize their loss. The critic's scores are tensors [N, 1], real ones and those of samples.
// This is the loss of LSGAN: real scores are drawn to 1 and fake ones to 0, but the generator wants them at 1.
record MySquares() implements AdversarialLoss {
    public String name() { return "my-squares"; }
    public Tensor critic(Tensor real, Tensor fake) { return real.sub(1).square().mean().add(fake.square().mean()); }
    public Tensor generator(Tensor real, Tensor fake) { return fake.sub(1).square().mean(); }
}

// Are its derivatives right, up to the second order? This compares them with finite differences, and fails if not.
Tensor real = Tensor.of(new double[] {0.9, -0.3, 1.4}, 3, 1);
Tensor fake = Tensor.of(new double[] {0.2, 0.7, -1.1}, 3, 1);
GradientCheck.of(in -> new MySquares().critic(in.get(0), in.get(1)), real, fake).order(2).holds();
GradientCheck.of(in -> new MySquares().generator(in.get(0), in.get(1)), real, fake).order(2).holds();


// ---- 3. A GAN that learns eight clusters of points ----

GaussianRing ring = new GaussianRing(8, 1, 0.05, 2000, 1);
show(ring.open().read(IntStream.range(0, 2000).toArray()).get("image"));

Gan points = Gan.builder().
        generator(Mlp.generator().latent(4).layers(2).width(64)).
        critic(Mlp.critic().layers(2).width(64)).
        loss(new MySquares()).
        data(ring).
        generatorOptimizer(Adam.of(1e-3, 0.5, 0.99)).
        criticOptimizer(Adam.of(1e-3, 0.5, 0.99)).
        batchSize(64).
        ema(0).
        seed(1).
        build();

TrainingResult trained = points.train(steps(200));
plot(trained);

// After 200 steps the samples begin to spread over the ring; 5,000 make clusters. Training again continues from here.
show(points.sample(1000));
points.close();


// ---- 4. A GAN that draws clothes, in a run that is saved ----

// Any GAN with images works the same way. A run keeps its settings, metrics, samples and checkpoints in a folder.
Path run = Files.createTempDirectory("tour").resolve("run");

Gan clothes = Gan.builder().
        generator(Dcgan.generator().latent(16).width(16)).
        critic(Dcgan.critic().width(16)).
        loss(NON_SATURATING).
        data(FashionMnist.embedded()).
        batchSize(32).
        seed(42).
        runDirectory(run).
        build();

// These are the real images.
show(clothes.dataset().read(0, 1, 2, 3, 4, 5).get("image"));

clothes.networks().get(0).summary();
clothes.train(steps(20));
clothes.close();

// Gan.load brings it back, to sample from it or to continue. After 20 steps there are blobs only: a good generator
// needs 3,000, which take under eight minutes on two cores.
Gan loaded = Gan.load(run);
Samples samples = loaded.sample(SampleRequest.of(6).latest()); // the latest weights, not their moving average
show(samples);
plot(run);
samples.saveGrid(run.resolve("samples.png"));
show(run.resolve("samples.png"));
loaded.close();

// Where to go from here: README.md, docs/choosing-a-loss.md, docs/experiment.md, and ./gan train --help.
