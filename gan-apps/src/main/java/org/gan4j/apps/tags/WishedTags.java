package org.gan4j.apps.tags;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.Tags;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Evaluable;
import org.gan4j.api.inference.InferenceRunner;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.inference.TagSampler;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.plugin.Suggestions;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * Sampler of tags. Of the examples that the networks keep, it takes in turn those that agree with the wishes; if none does, it
 * takes all, and changes the tags that are wished.
 */
final class WishedTags implements TagSampler {
    private static final String LATENTS = "latents";
    private static final String PLACE = "place";

    private final List<String> names;
    private final LatentSpace space;
    private final InferenceRunner.Prepared example;
    private final InferenceRunner.Prepared generated;

    WishedTags(InferenceRunner runner, TaggedNetworks networks, List<String> names) {
        this.names = names;
        this.space = networks.space();
        this.example = runner.prepare(
                List.of(new Field(PLACE, DType.INT, Shape.scalar())),
                (parameters, in) -> parameters.get(networks.examples().kept()).gather(0, in.get(PLACE)));
        this.generated = runner.prepare(
                List.of(
                        new Field(LATENTS, DType.FLOAT, Shape.of(space.size())),
                        new Field(Field.TAGS, DType.FLOAT, Shape.of(names.size()))),
                (parameters, in) -> networks.generator()
                        .apply(
                                parameters,
                                ForwardPass.inference(),
                                networks.inputs(in.get(LATENTS), in.get(Field.TAGS)))
                        .value());
    }

    @Override
    public List<String> tags() {
        return names;
    }

    @Override
    public LatentSampler of(List<String> wishes) {
        return new Wished(wished(wishes), false);
    }

    @Override
    public LatentSampler ofOne(List<String> wishes) {
        return new Wished(wished(wishes), true);
    }

    private Map<Integer, Float> wished(List<String> wishes) {
        Map<Integer, Float> wished = new LinkedHashMap<>();
        for (String wish : wishes) {
            boolean without = wish.strip().startsWith("-");
            String name = Tags.name(without ? wish.strip().substring(1) : wish);
            float value = without ? 0 : 1;
            Float before = wished.put(place(name), value);
            if (before != null && before != value) {
                throw new IllegalArgumentException("the tag " + name + " is both asked for and excluded: remove one");
            }
        }
        return wished;
    }

    private int place(String name) {
        for (int i = 0; i < names.size(); i++) {
            if (Tags.name(names.get(i)).equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("there is no tag " + name + Suggestions.ending(name, names));
    }

    /** Returns a comparison with samples of the tags of the rows of the data; of examples, if these have no such tags. */
    Evaluable matchingTags(Field image) {
        Shape form = Shape.of(names.size());
        return () -> List.of(new Comparison(image, Comparison.Pairing.DISTRIBUTION, space, (rows, latents, weights) -> {
            boolean has = rows.containsKey(Field.TAGS)
                    && rows.get(Field.TAGS).shape().without(0).equals(form);
            return has
                    ? samples(latents, rows.get(Field.TAGS), weights)
                    : of(List.of()).samples(latents, weights);
        }));
    }

    private TensorData samples(TensorData latents, TensorData tags, Weights weights) {
        return generated.run(Map.of(LATENTS, latents, Field.TAGS, tags), weights);
    }

    /**
     * Returns the tags of this many samples.
     *
     * @param examples the most examples to take them from
     */
    private TensorData tags(Map<Integer, Float> wished, int count, int examples) {
        int[] places = IntStream.range(0, TagExamples.COUNT).toArray();
        float[] kept = example.run(Map.of(PLACE, TensorData.of(places, Shape.of(places.length))), Weights.LATEST)
                .toFloats();
        List<Integer> agreeing = new ArrayList<>();
        for (int place : places) {
            if (wished.entrySet().stream()
                    .allMatch(wish -> kept[place * names.size() + wish.getKey()] == wish.getValue())) {
                agreeing.add(place);
            }
        }
        List<Integer> turns = agreeing.isEmpty() ? IntStream.of(places).boxed().toList() : agreeing;
        float[] tags = new float[count * names.size()];
        for (int i = 0; i < count; i++) {
            int from = turns.get(i % Math.min(examples, turns.size()));
            System.arraycopy(kept, from * names.size(), tags, i * names.size(), names.size());
            for (Map.Entry<Integer, Float> wish : wished.entrySet()) {
                tags[i * names.size() + wish.getKey()] = wish.getValue();
            }
        }
        return TensorData.of(tags, Shape.of(count, names.size()));
    }

    private final class Wished implements LatentSampler {
        private final Map<Integer, Float> wished;
        private final boolean alike;

        private Wished(Map<Integer, Float> wished, boolean alike) {
            this.wished = wished;
            this.alike = alike;
        }

        @Override
        public LatentSpace latents() {
            return space;
        }

        @Override
        public Shape sample() {
            return generated.output();
        }

        @Override
        public TensorData samples(TensorData latents, Weights weights) {
            int count = latents.shape().dim(0);
            return WishedTags.this.samples(latents, tags(wished, count, alike ? 1 : count), weights);
        }
    }
}
