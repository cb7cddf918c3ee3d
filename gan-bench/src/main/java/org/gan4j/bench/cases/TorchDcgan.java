package org.gan4j.bench.cases;

import org.gan4j.bench.peer.Stack;

/** DCGAN's networks in libtorch, adapted to the image size like Gan4J's. */
record TorchDcgan(int channels, int start, int doublings, int latent, int width, boolean normalized) {
    /** Builds the generator, which doubles start×start positions up to the image size. */
    Stack generator() {
        int wide = width << (doublings - 1);
        Stack stack = new Stack()
                .linear(latent, (long) wide * start * start, !normalized)
                .unflatten(wide, start, start);
        active(stack, wide);
        for (int i = 1; i < doublings; i++) {
            stack.doubling(wide, wide / 2, !normalized);
            wide /= 2;
            active(stack, wide);
        }
        return stack.doubling(wide, channels, true).tanh();
    }

    private void active(Stack stack, int wide) {
        if (normalized) {
            stack.batchNorm2d(wide);
        }
        stack.relu();
    }

    Stack critic() {
        Stack stack = new Stack();
        int in = channels;
        for (int i = 0; i < doublings; i++) {
            int out = width << i;
            stack.convolution(in, out, 4, 2, 1, i == 0 || !normalized);
            if (normalized && i > 0) {
                stack.batchNorm2d(out);
            }
            stack.leakyRelu();
            in = out;
        }
        return stack.flatten().linear((long) in * start * start, 1, true);
    }
}
