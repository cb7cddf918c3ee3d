package org.gan4j.data.folder;

import java.util.Arrays;

/** Slots in memory, one array each. */
final class HeapSlots implements Slots {
    private final byte[][] slots;

    HeapSlots(int count) {
        this.slots = new byte[count][];
    }

    @Override
    public void put(int slot, byte[] bytes) {
        slots[slot] = bytes;
    }

    @Override
    public void seal(int bytesNeeded) {
        for (int slot = 0; slot < slots.length; slot++) {
            if (slots[slot] != null && slots[slot].length > bytesNeeded) {
                slots[slot] = Arrays.copyOf(slots[slot], bytesNeeded);
            }
        }
    }

    @Override
    public void read(int slot, byte[] to) {
        System.arraycopy(slots[slot], 0, to, 0, to.length);
    }

    @Override
    public void close() {}
}
