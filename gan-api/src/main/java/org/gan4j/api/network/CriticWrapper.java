package org.gan4j.api.network;

import org.gan4j.api.Component;

/**
 * A change of any critic, such as spectral normalization of its weights. A loss preset has the wrappers that its paper
 * uses, since the critic itself is the user's choice.
 */
public interface CriticWrapper extends Component {
    /**
     * Returns the changed critic. Its name is that of this wrapper, and it answers {@link
     * CriticArchitecture#isWrappedIn} for the critic inside too, so that a critic is not wrapped in it twice.
     */
    CriticArchitecture around(CriticArchitecture critic);
}
