package org.ivrea.engine.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The services that the environment of a call knows by name.
@FunctionalInterface
public interface HttpServices {

    /// May be called by many threads at once, for each request anew.
    ///
    /// @return `null` when no service has this name
    @Nullable
    HttpService find(String name);

    static HttpServices of(Map<String, HttpService> byName) {
        return Map.copyOf(byName)::get;
    }
}
