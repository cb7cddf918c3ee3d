package org.gan4j.tensor.functions;

import java.util.List;
import org.gan4j.tensor.Tensor;

/** Single time steps of recurrent networks, with PyTorch's order of gates. */
public final class Recurrent {
    private Recurrent() {}

    /** The state of an LSTM, each part [N, hidden]. */
    public record LstmState(Tensor hidden, Tensor cell) {}

    /**
     * Computes one time step of an LSTM (<a href="https://doi.org/10.1162/neco.1997.9.8.1735">Hochreiter and
     * Schmidhuber 1997</a>):
     *
     * <pre>
     * i, f, g, o = x Wᵢᵀ + h Wₕᵀ + b
     * c' = σ(f) c + σ(i) tanh(g),  h' = σ(o) tanh(c')
     * </pre>
     *
     * @param x [N, in]
     * @param inputWeights [4 hidden, in], the gates i, f, g, o one below the other
     * @param hiddenWeights [4 hidden, hidden]
     * @param bias [4 hidden]
     * @return the next state
     */
    public static LstmState lstm(Tensor x, LstmState state, Tensor inputWeights, Tensor hiddenWeights, Tensor bias) {
        Tensor all = x.matmul(inputWeights, false, true)
                .add(state.hidden().matmul(hiddenWeights, false, true))
                .add(bias);
        int size = state.hidden().shape().dim(1);
        List<Tensor> gates = all.split(1, size, size, size, size);
        Tensor cell = gates.get(1)
                .sigmoid()
                .mul(state.cell())
                .add(gates.get(0).sigmoid().mul(gates.get(2).tanh()));
        return new LstmState(gates.get(3).sigmoid().mul(cell.tanh()), cell);
    }

    /**
     * Computes one time step of a GRU (<a href="https://arxiv.org/abs/1406.1078">Cho et al. 2014</a>):
     *
     * <pre>
     * r = σ(x Wᵣᵀ + bᵣ + h Uᵣᵀ + cᵣ),  z likewise
     * n = tanh(x Wₙᵀ + bₙ + r (h Uₙᵀ + cₙ)),  h' = (1 - z) n + z h
     * </pre>
     *
     * @param x [N, in]
     * @param hidden [N, hidden]
     * @param inputWeights [3 hidden, in], the gates r, z, n one below the other
     * @param hiddenWeights [3 hidden, hidden]
     * @param inputBias b, [3 hidden]
     * @param hiddenBias c, [3 hidden]
     * @return the next hidden state
     */
    public static Tensor gru(
            Tensor x, Tensor hidden, Tensor inputWeights, Tensor hiddenWeights, Tensor inputBias, Tensor hiddenBias) {
        int size = hidden.shape().dim(1);
        List<Tensor> fromInput =
                x.matmul(inputWeights, false, true).add(inputBias).split(1, size, size, size);
        List<Tensor> fromHidden =
                hidden.matmul(hiddenWeights, false, true).add(hiddenBias).split(1, size, size, size);
        Tensor reset = fromInput.get(0).add(fromHidden.get(0)).sigmoid();
        Tensor update = fromInput.get(1).add(fromHidden.get(1)).sigmoid();
        Tensor fresh = fromInput.get(2).add(reset.mul(fromHidden.get(2))).tanh();
        return update.rsub(1).mul(fresh).add(update.mul(hidden));
    }
}
