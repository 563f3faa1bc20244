package org.ivrea.server.run;

import java.util.List;
import org.ivrea.deploy.remote.ResourceName;

/// A package is fine, but does not run on this server. Nothing was changed.
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<ResourceName> unbound;

    /// @param unbound names that the environment does not bind; none when flows of it have errors
    Refusal(String message, List<ResourceName> unbound) {
        super(message);
        this.unbound = List.copyOf(unbound);
    }

    public List<ResourceName> unbound() {
        return unbound;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
