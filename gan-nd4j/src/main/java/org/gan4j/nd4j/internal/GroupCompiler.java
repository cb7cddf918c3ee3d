package org.gan4j.nd4j.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gan4j.tensor.engine.Schedule.Value;

/** Compiler from a group of elementwise values to steps on registers. A register is reused once its value is dead. */
final class GroupCompiler {
    private final List<Value> computed;
    private final Function<Value, Region> regions;
    private final Map<Source, Integer> lastUse = new HashMap<>();
    private final Map<Source, Integer> registers = new HashMap<>();
    private final Deque<Integer> free = new ArrayDeque<>();
    private final List<BlockStep> once = new ArrayList<>();
    private final List<BlockStep> each = new ArrayList<>();
    private int count;

    /**
     * @param computed the values, each after its inputs
     * @param regions returns the memory of values outside the group and of those of the group that must be stored;
     *     otherwise null
     */
    GroupCompiler(List<Value> computed, Function<Value, Region> regions) {
        this.computed = computed;
        this.regions = regions;
    }

    FusedKernel kernel(Workers workers) {
        return new FusedKernel(workers, computed.get(0).shape().size(), program());
    }

    /** Returns the last of the values, for a kernel that reads it. */
    Blocks blocks() {
        BlockProgram program = program();
        return program.blocks(registers.get(new Source(computed.get(computed.size() - 1), Source.Kind.SAME, null)));
    }

    private BlockProgram program() {
        List<BlockStep> stores = new ArrayList<>();
        Map<Value, List<Source>> sources = new HashMap<>();
        for (int i = 0; i < computed.size(); i++) {
            List<Source> read = Source.of(computed.get(i));
            sources.put(computed.get(i), read);
            for (Source source : read) {
                lastUse.put(source, i);
                if (source.kind() == Source.Kind.UNIFORM) {
                    registers.computeIfAbsent(source, this::splat);
                }
            }
        }
        for (int i = 0; i < computed.size(); i++) {
            Value member = computed.get(i);
            List<Source> read = sources.get(member);
            int[] operands = {-1, -1, -1};
            for (int k = 0; k < read.size(); k++) {
                Integer register = registers.get(read.get(k));
                operands[k] = register == null ? load(read.get(k)) : register;
            }
            boolean overwrites = Loops.mayOverwrite(member.op());
            if (overwrites) {
                release(read, i);
            }
            int to = take();
            if (!overwrites) {
                release(read, i);
            }
            each.add(BlockStep.compute(Loops.of(member.op()), to, operands[0], operands[1], operands[2]));
            Source self = new Source(member, Source.Kind.SAME, null);
            registers.put(self, to);
            Region region = regions.apply(member);
            if (region != null) {
                // stored at the end: a group may overwrite its inputs, and must read them first
                stores.add(BlockStep.store(to, region));
                lastUse.put(self, Integer.MAX_VALUE);
            }
        }
        each.addAll(stores);
        return new BlockProgram(count, once, each);
    }

    /**
     * Frees registers of operands after their last use. The result may reuse them, since loops read an element before
     * they write it.
     */
    private void release(List<Source> read, int now) {
        for (Source source : read) {
            if (source.kind() != Source.Kind.UNIFORM && lastUse.get(source) == now && registers.containsKey(source)) {
                free.push(registers.remove(source));
            }
        }
    }

    private int splat(Source source) {
        int to = count++;
        once.add(BlockStep.splat(regions.apply(source.value()), to));
        return to;
    }

    private int load(Source source) {
        int to = take();
        Region region = regions.apply(source.value());
        each.add(
                source.kind() == Source.Kind.SAME
                        ? BlockStep.load(region, to)
                        : BlockStep.stretch(region, stretch(source.view()), to));
        registers.put(source, to);
        return to;
    }

    private static Walk stretch(Value view) {
        return Walk.broadcast(view.inputs().get(0).shape(), view.shape());
    }

    private int take() {
        return free.isEmpty() ? count++ : free.pop();
    }
}
