package org.ivrea.server.run;

import java.util.List;
import org.ivrea.deploy.remote.ResourceName;

/// A package is fine, but does not run on this server. Nothing was changed.
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    private final String code;
    private final transient List<ResourceName> unbound;
    private final transient List<String> modules;

    private Refusal(String code, String message, List<ResourceName> unbound, List<String> modules) {
        super(message);
        this.code = code;
        this.unbound = List.copyOf(unbound);
        this.modules = List.copyOf(modules);
    }

    /// Flows of it have errors.
    static Refusal errors(String message) {
        return new Refusal("INVALID", message, List.of(), List.of());
    }

    /// @param unbound names that the environment does not bind
    static Refusal unbound(String message, List<ResourceName> unbound) {
        return new Refusal("UNBOUND", message, unbound, List.of());
    }

    /// @param modules that the switch has not loaded
    static Refusal modules(String message, List<String> modules) {
        return new Refusal("MODULE_MISSING", message, List.of(), modules);
    }

    /// Why, for programs.
    public String code() {
        return code;
    }

    public List<ResourceName> unbound() {
        return unbound;
    }

    public List<String> modules() {
        return modules;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
