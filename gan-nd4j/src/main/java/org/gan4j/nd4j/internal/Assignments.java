package org.gan4j.nd4j.internal;

import java.util.List;
import org.gan4j.tensor.TensorData;

/**
 * A kernel that assigns the values that were not computed directly into their variables. All assignments take effect at
 * once: one variable may receive another's old value.
 */
record Assignments(List<Assignment> all) implements Kernel {
    /** @param overwritten whether {@code from} is itself assigned here, so that it must be saved first */
    record Assignment(Place variable, Place from, boolean overwritten) {}

    @Override
    public void run() {
        TensorData[] saved = new TensorData[all.size()];
        for (int i = 0; i < saved.length; i++) {
            Assignment assignment = all.get(i);
            saved[i] = assignment.overwritten ? assignment.from.toData() : null;
        }
        for (int i = 0; i < saved.length; i++) {
            Assignment assignment = all.get(i);
            if (saved[i] == null) {
                assignment.variable.copy(assignment.from);
            } else {
                assignment.variable.set(saved[i]);
            }
        }
    }

    @Override
    public String name() {
        return "copy";
    }
}
