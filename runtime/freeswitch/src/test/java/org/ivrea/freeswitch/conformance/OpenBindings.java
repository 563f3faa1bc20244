package org.ivrea.freeswitch.conformance;

import org.ivrea.flow.project.ResourceKind;
import org.ivrea.freeswitch.environment.Bindings;
import org.jspecify.annotations.Nullable;

/// Each name stands for itself, and all is allowed.
final class OpenBindings implements Bindings {
    @Override
    public String bound(ResourceKind kind, String name) {
        return name;
    }

    @Override
    public String dialString(String number, @Nullable String gateway) {
        return gateway == null ? "user/" + number : gateway + "/" + number;
    }

    @Override
    public boolean allowsVariable(String name) {
        return true;
    }
}
