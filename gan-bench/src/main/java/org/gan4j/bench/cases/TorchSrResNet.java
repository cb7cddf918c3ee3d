package org.gan4j.bench.cases;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.gan4j.bench.peer.PeerNetwork;
import org.gan4j.bench.peer.Stack;

/** The network of {@link SrResNet} in libtorch. */
final class TorchSrResNet implements PeerNetwork {
    private static final int WIDTH = SrResNet.WIDTH;

    private final Stack head = same(new Stack(), 3, WIDTH, 9).prelu();
    private final List<Stack> blocks = new ArrayList<>();
    private final Stack after = same(new Stack(), WIDTH, WIDTH, 3).batchNorm2d(WIDTH);
    private final Stack tail = new Stack();

    TorchSrResNet(int count) {
        for (int i = 0; i < count; i++) {
            Stack block = same(new Stack(), WIDTH, WIDTH, 3).batchNorm2d(WIDTH).prelu();
            blocks.add(same(block, WIDTH, WIDTH, 3).batchNorm2d(WIDTH));
        }
        for (int i = 0; i < 2; i++) {
            same(tail, WIDTH, 4 * WIDTH, 3).pixelShuffle(2).prelu();
        }
        same(tail, WIDTH, 3, 9);
    }

    private static Stack same(Stack stack, int in, int out, int kernel) {
        return stack.convolution(in, out, kernel, 1, kernel / 2, true);
    }

    @Override
    public Tensor apply(Tensor x) {
        Tensor first = head.apply(x);
        Tensor y = first;
        for (Stack block : blocks) {
            Tensor residual = block.apply(y);
            Tensor next = y.add(residual);
            residual.close();
            if (y != first) {
                y.close();
            }
            y = next;
        }
        return tail.apply(first.add(after.apply(y)));
    }

    @Override
    public TensorVector parameters() {
        TensorVector all = new TensorVector();
        List<Stack> parts = new ArrayList<>(List.of(head));
        parts.addAll(blocks);
        parts.add(after);
        parts.add(tail);
        for (Stack part : parts) {
            TensorVector its = part.parameters();
            for (long i = 0; i < its.size(); i++) {
                all.push_back(its.get(i));
            }
        }
        return all;
    }
}
